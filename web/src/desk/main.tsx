import { RouterProvider } from '@tanstack/react-router';
import { mountFace } from '../ui/mount.tsx';
import { Appearing } from './app/appearance.tsx';
import { router } from './app/router.tsx';

mountFace(
  <Appearing>
    <RouterProvider router={router} />
  </Appearing>,
);
