/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-locale.h"

#include <glib/gi18n.h>
#include <locale.h>

/* The language a process speaks: that of its environment. What both programs do before anything else. */

/**
 * psg_locale_begin:
 *
 * Takes the locale of the environment, and the translations that belong to it from where they are
 * installed; `PASSAGES_LOCALEDIR`, set when running from the build folder, says where else they are.
 */
void
psg_locale_begin (void)
{
  const char *dir = g_getenv ("PASSAGES_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, dir != NULL ? dir : PSG_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
