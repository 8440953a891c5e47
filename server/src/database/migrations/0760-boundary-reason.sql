-- Why a boundary was drawn so, and by whom, where somebody drew it by hand.

-- @tables
alter table area_boundary add column reason text;
alter table area_boundary add column drawn_by text;
