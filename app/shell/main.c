/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <unistd.h>

#include "psg-application.h"
#include "psg-linger.h"
#include "psg-locale.h"
#include "psg-renderer.h"

/* How long the process waits for what is still at work, in milliseconds. */
#define PATIENCE 2000

int
main (int   argc,
      char *argv[])
{
  g_autoptr (PsgApplication) app = NULL;
  int status;

  psg_locale_begin ();
  psg_renderer_choose ();

  app = psg_application_new ();

  status = g_application_run (G_APPLICATION (app), argc, argv);
  /* Everything has been written. A PDF may be drawn for ever. */
  if (!psg_linger_wait (PATIENCE))
    _exit (status);

  return status;
}
