/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-compiler.h"
#include "psg-edtf-explain.h"
#include "psg-locale.h"

#include <glib/gi18n.h>
#include <stdio.h>

/*
 * passages-compile: a collection's sources to one file, or the mistakes in them.
 * What a person can do wrong comes out as `file:line: field: message` and exit
 * status 1; a wrong command line is exit status 2.
 */

enum
{
  EXIT_GOOD = 0,
  EXIT_MISTAKES = 1,
  EXIT_USAGE = 2,
};

typedef struct
{
  gboolean check;
  gboolean version;
  char    *explain;
  GStrv    files;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->explain);
  g_strfreev (options->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* Everything is said in UTF-8, whatever the locale: names, quotations and dates are. */
static int
show_usage (const char *message)
{
  fprintf (stderr, "passages-compile: %s\n%s\n", message, _("Try “passages-compile --help”."));

  return EXIT_USAGE;
}

/* What was asked for and cannot be said, as on a full disk, is no success. */
static int
say (const char *line)
{
  if (puts (line) >= 0 && fflush (stdout) == 0)
    return EXIT_GOOD;

  fprintf (stderr, "passages-compile: %s\n", _("cannot write to standard output"));

  return EXIT_MISTAKES;
}

static int
explain_date (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = psg_edtf_explain_json (text, &error);

  if (line == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return EXIT_MISTAKES;
    }

  return say (line);
}

static int
show_mistakes (PsgDiagnostics *diagnostics)
{
  g_autofree char *all = psg_diagnostics_to_string (diagnostics);
  guint n = psg_diagnostics_get_n (diagnostics);

  fputs (all, stderr);
  fprintf (stderr, ngettext ("%u mistake\n", "%u mistakes\n", n), n);

  return EXIT_MISTAKES;
}

static int
check (const char *folder)
{
  g_autoptr (PsgDiagnostics) diagnostics = psg_diagnostics_new ();

  return psg_compiler_check (folder, diagnostics) ? EXIT_GOOD : show_mistakes (diagnostics);
}

static int
compile (const char *folder,
         const char *path)
{
  g_autoptr (PsgDiagnostics) diagnostics = psg_diagnostics_new ();
  g_autoptr (GError) error = NULL;

  if (psg_compiler_run (folder, path, diagnostics, &error))
    return EXIT_GOOD;
  if (error == NULL)
    return show_mistakes (diagnostics);

  fprintf (stderr, "passages-compile: %s\n", error->message);

  return EXIT_MISTAKES;
}

/* The date is taken as it comes, byte for byte: what is wrong with it is for the parser to say. */
static gboolean
parse_options (int      *argc,
               char   ***argv,
               Options  *options,
               GError  **error)
{
  const GOptionEntry entries[] = {
    { "check", 0, 0, G_OPTION_ARG_NONE, &options->check,
      N_("Report the mistakes in the sources and write nothing"), NULL },
    { "explain-date", 0, 0, G_OPTION_ARG_FILENAME, &options->explain,
      N_("Say as one line of JSON what an EDTF date means"), N_("TEXT") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, N_("Show the version"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_("SRC_DIR OUT.passages"));

  g_option_context_set_summary (context, _("Compiles a collection’s sources into one file for Passages."));
  g_option_context_set_description (context,
    /* xgettext:no-c-format */
    _("--explain-date says: text; earliest and latest, ISO days (“..” where open, null where\n"
      "unknown); precision; qualifiers, of “uncertain” (?), “approximate” (~; % is both) and\n"
      "“unspecified” (X), in this order, those that hold; display, the date in words.\n"
      "\n"
      "Exit status: 0 done, 1 mistakes found or nothing written, 2 wrong use."));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return g_option_context_parse (context, argc, argv, error);
}

static int
run (const Options *options)
{
  guint n_files = options->files != NULL ? g_strv_length (options->files) : 0;

  if (options->version)
    return say ("passages-compile " PSG_VERSION);

  if (options->explain != NULL)
    return n_files == 0 ? explain_date (options->explain) : show_usage (_("--explain-date takes one date"));

  if (n_files != (options->check ? 1 : 2))
    return show_usage (options->check ? _("--check takes one folder") : _("a folder and a file to write are needed"));

  if (!g_file_test (options->files[0], G_FILE_TEST_IS_DIR))
    {
      g_autofree char *message = g_strdup_printf (_("there is no folder “%s”"), options->files[0]);

      return show_usage (message);
    }

  return options->check ? check (options->files[0]) : compile (options->files[0], options->files[1]);
}

int
main (int   argc,
      char *argv[])
{
  g_auto (Options) options = { 0 };
  g_autoptr (GError) error = NULL;

  psg_locale_begin ();

  if (!parse_options (&argc, &argv, &options, &error))
    return show_usage (error->message);

  return run (&options);
}
