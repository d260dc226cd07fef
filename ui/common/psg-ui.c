/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-ui.h"

#include <gtk/gtk.h>

#include "psg-control-names.h"
#include "psg-resources.h"

/*
 * What must be called before any widget of ours is made, in the app and in
 * tests: a resource in a static library is dropped by the linker unless
 * something refers to it.
 */

/**
 * psg_ui_init:
 *
 * Registers the resources and, where there is a display, sees to the names of controls. May be called
 * more than once.
 */
void
psg_ui_init (void)
{
  g_resources_register (psg_get_resource ());
  if (gtk_is_initialized ())
    psg_control_names_watch ();
}
