/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-export.h"

#include <glib/gi18n.h>
#include <math.h>

#include "psg-application.h"
#include "psg-collection-file.h"
#include "psg-export-film.h"
#include "psg-figure.h"
#include "psg-ui.h"

/*
 * `passages --export FILE`: a picture of timeline and map, written by a process that opens no
 * window and needs no display. It is begun before anything of GTK is.
 */

#define DEFAULT_WIDTH 1280.0
#define DEFAULT_HEIGHT 800.0

typedef struct
{
  char *file;
  char *what;
  char *size;
  char *span;
  char *date;
  char *event;
  char *crossing;
  char *filter;
  char *view;
  char *title;
  char *look;
  char *frames;
  char *speed;
  gboolean legend;
  gboolean sources;
  GStrv rest;
} Wishes;

const GOptionEntry psg_export_options[] = {
  { "export", 0, 0, G_OPTION_ARG_FILENAME, NULL,
    N_("Write a picture of timeline and map (PDF, SVG or PNG, by the ending) and quit; needs no display"), N_("FILE") },
  { "export-what", 0, 0, G_OPTION_ARG_STRING, NULL, N_("What of it: timeline, map or both"), N_("PART") },
  { "export-size", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_("Its size, in points for a PDF, else in pixels, such as 1280x800"), N_("WIDTHxHEIGHT") },
  { "span", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_("The stretch of time it shows, such as 2021-06/2022-02"), N_("DATE/DATE") },
  { "date", 0, 0, G_OPTION_ARG_STRING, NULL, N_("The day the map shows, such as 2024-03-01"), N_("DATE") },
  { "select", 0, 0, G_OPTION_ARG_STRING, NULL, N_("The event chosen in it, by its id"), N_("EVENT") },
  { "select-crossing", 0, 0, G_OPTION_ARG_STRING, NULL, N_("The crossing chosen in it, by its id"), N_("CROSSING") },
  { "filter", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Which events it shows, as the list is filtered"), N_("WORDS") },
  { "view", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Where the map looks, such as 7.6/54.62/25.2"),
    N_("ZOOM/LATITUDE/LONGITUDE") },
  { "title", 0, 0, G_OPTION_ARG_STRING, NULL, N_("A title above it"), N_("TITLE") },
  { "look", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Its colours: light, dark, contrast or contrast-dark"), N_("LOOK") },
  { "export-frames", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_("Record the playback instead: numbered pictures, so many a second, in a new folder FILE"), N_("NUMBER") },
  { "export-speed", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_("How much time passes in a second of it: day, week, month, quarter or year"), N_("TIME") },
  { "legend", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Explain its signs below it"), NULL },
  { "sources", 0, 0, G_OPTION_ARG_NONE, NULL, N_("List its sources below it"), NULL },
  { NULL }
};

static void
wishes_clear (Wishes *self)
{
  g_free (self->file);
  g_free (self->what);
  g_free (self->size);
  g_free (self->span);
  g_free (self->date);
  g_free (self->event);
  g_free (self->crossing);
  g_free (self->filter);
  g_free (self->view);
  g_free (self->title);
  g_free (self->look);
  g_free (self->frames);
  g_free (self->speed);
  g_strfreev (self->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wishes, wishes_clear)

static gboolean
read_arguments (Wishes   *self,
                char   ***arguments,
                GError  **error)
{
  gpointer places[] = { &self->file, &self->what, &self->size, &self->span, &self->date, &self->event,
                        &self->crossing, &self->filter, &self->view, &self->title, &self->look,
                        &self->frames, &self->speed, &self->legend, &self->sources };
  const GOptionEntry rest[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->rest, NULL, NULL },
    { NULL }
  };
  g_autofree GOptionEntry *entries = g_new0 (GOptionEntry, G_N_ELEMENTS (places) + 1);
  g_autoptr (GOptionContext) context = g_option_context_new (_("[COLLECTION]"));

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      entries[i] = psg_export_options[i];
      entries[i].arg_data = places[i];
    }
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, rest, NULL);

  return g_option_context_parse_strv (context, arguments, error);
}

static gboolean G_GNUC_PRINTF (2, 3)
fail (GError    **error,
      const char *format,
      ...)
{
  va_list values;

  va_start (values, format);
  g_propagate_error (error, g_error_new_valist (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, format, values));
  va_end (values);

  return FALSE;
}

static gboolean
read_what (const Wishes *self,
           PsgFigure    *figure,
           GError      **error)
{
  figure->parts = PSG_SCENE_BOTH;
  if (self->what == NULL || g_str_equal (self->what, "both"))
    return TRUE;
  if (g_str_equal (self->what, "timeline"))
    figure->parts = PSG_SCENE_TIMELINE;
  else if (g_str_equal (self->what, "map"))
    figure->parts = PSG_SCENE_MAP;
  else
    return fail (error, _("“%s” is none of timeline, map, both"), self->what);

  return TRUE;
}

static gboolean
read_size (const Wishes *self,
           PsgFigure    *figure,
           GError      **error)
{
  char *end = NULL;

  figure->width = DEFAULT_WIDTH;
  figure->height = DEFAULT_HEIGHT;
  if (self->size == NULL)
    return TRUE;

  figure->width = g_ascii_strtod (self->size, &end);
  if (end == self->size || (*end != 'x' && *end != 'X'))
    return fail (error, _("“%s” is no size such as 1280x800"), self->size);
  figure->height = g_ascii_strtod (end + 1, &end);
  if (*end != '\0' || !isfinite (figure->width) || !isfinite (figure->height))
    return fail (error, _("“%s” is no size such as 1280x800"), self->size);

  return TRUE;
}

static gboolean
read_look (const Wishes *self,
           PsgScene     *scene,
           GError      **error)
{
  static const char *const names[] = { "light", "dark", "contrast", "contrast-dark" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (self->look == NULL || g_str_equal (self->look, names[i]))
      {
        psg_scene_set_scheme (scene, i);
        return TRUE;
      }

  return fail (error, _("“%s” is none of light, dark, contrast, contrast-dark"), self->look);
}

/* Of a date its first day; an open end reaches as far as the collection does. */
static gboolean
read_time (const Wishes *self,
           PsgSession   *session,
           GError      **error)
{
  g_autoptr (PsgEdtf) date = NULL, span = NULL;
  PsgTimeSpan stretch = psg_collection_get_info (psg_session_get_collection (session))->span;

  if (self->date != NULL)
    {
      date = psg_edtf_parse (self->date, error);
      if (date == NULL)
        {
          g_prefix_error (error, "“%s”: ", self->date);
          return FALSE;
        }
      if (!psg_day_is_valid (psg_edtf_get_earliest (date)))
        return fail (error, _("“%s” does not begin on any day"), self->date);
      psg_session_set_playhead (session, psg_edtf_get_earliest (date));
    }

  if (self->span != NULL)
    {
      span = psg_edtf_parse (self->span, error);
      if (span == NULL)
        {
          g_prefix_error (error, "“%s”: ", self->span);
          return FALSE;
        }
      if (psg_day_is_valid (psg_edtf_get_earliest (span)))
        stretch.start = psg_day_to_minutes (psg_edtf_get_earliest (span));
      if (psg_day_is_valid (psg_edtf_get_latest (span)))
        stretch.end = psg_day_to_minutes (psg_edtf_get_latest (span) + 1);
      if (stretch.end <= stretch.start)
        return fail (error, _("“%s” is no stretch of time in this collection"), self->span);
    }
  if (self->span != NULL || self->event == NULL)
    psg_session_set_span (session, &stretch);

  return TRUE;
}

static gboolean
read_view (const Wishes *self,
           PsgScene     *scene,
           GError      **error)
{
  g_auto (GStrv) parts = NULL;
  double numbers[3];

  if (self->view == NULL)
    return TRUE;

  parts = g_strsplit (self->view, "/", -1);
  if (g_strv_length (parts) != G_N_ELEMENTS (numbers))
    return fail (error, _("“%s” is no view such as 7.6/54.62/25.2"), self->view);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      char *end = NULL;

      numbers[i] = g_ascii_strtod (parts[i], &end);
      if (end == parts[i] || *end != '\0' || !isfinite (numbers[i]))
        return fail (error, _("“%s” is no view such as 7.6/54.62/25.2"), self->view);
    }
  if (numbers[0] <= 0 || fabs (numbers[1]) > 85 || fabs (numbers[2]) > 180)
    return fail (error, _("“%s” is no view such as 7.6/54.62/25.2"), self->view);
  psg_scene_set_view (scene, &(PsgViewpoint) { numbers[1], numbers[2], numbers[0] }, 0, 0);

  return TRUE;
}

/* To choose moves time, so time comes after it. */
static gboolean
read_wishes (const Wishes *self,
             PsgFigure    *figure,
             GError      **error)
{
  PsgSession *session = psg_scene_get_session (figure->scene);
  g_autoptr (PsgFilter) filter = psg_filter_parse (self->filter != NULL ? self->filter : "");

  if (!read_what (self, figure, error) || !read_size (self, figure, error)
      || !read_look (self, figure->scene, error) || !read_view (self, figure->scene, error)
      || !psg_session_set_filter (session, filter, error)
      || (self->event != NULL && !psg_session_select_event_id (session, self->event, error))
      || (self->crossing != NULL && !psg_session_select_crossing (session, self->crossing, error)))
    return FALSE;

  figure->title = self->title;
  figure->legend = self->legend;
  figure->sources = self->sources;

  return read_time (self, session, error);
}

static PsgCollection *
open_collection (const Wishes *self,
                 GError      **error)
{
  g_autofree char *bundled = psg_application_dup_bundled_path ();
  PsgCollectionFile *file;

  file = psg_collection_file_open (self->rest != NULL ? self->rest[0] : bundled, NULL, error);
  if (file == NULL)
    g_prefix_error (error, "%s: ", self->rest != NULL ? self->rest[0] : bundled);

  return file != NULL ? PSG_COLLECTION (file) : NULL;
}

static gboolean
write_picture (const Wishes    *self,
               const PsgFigure *figure,
               PsgFigureFormat  format,
               GError         **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (self->file);
  g_autoptr (GBytes) bytes = psg_figure_export (figure, format, error);

  if (bytes == NULL)
    return FALSE;
  if (g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                               G_FILE_CREATE_NONE, NULL, NULL, error))
    return TRUE;

  g_prefix_error (error, "%s: ", self->file);

  return FALSE;
}

static gboolean
export (const Wishes *self,
        GError      **error)
{
  g_autoptr (PsgCollection) collection = NULL;
  g_autoptr (PsgScene) scene = NULL;
  PsgFigure figure = { NULL };
  PsgFigureFormat format = PSG_FIGURE_PNG;

  if (self->frames == NULL && !psg_figure_format_from_name (self->file, &format))
    return fail (error, _("“%s” does not end in .pdf, .svg or .png"), self->file);

  collection = open_collection (self, error);
  if (collection == NULL)
    return FALSE;

  psg_ui_init ();
  figure.scene = scene = psg_scene_new (collection);
  if (!read_wishes (self, &figure, error))
    return FALSE;

  return self->frames != NULL ? psg_export_film (&figure, self->frames, self->speed, self->file, error)
                              : write_picture (self, &figure, format, error);
}

/**
 * psg_export_is_asked:
 * @arguments: a command line
 *
 * Returns: whether it asks for a picture of timeline and map
 */
gboolean
psg_export_is_asked (const char *const *arguments)
{
  gboolean help = FALSE, asked = FALSE;

  for (guint i = 1; arguments[0] != NULL && arguments[i] != NULL; i++)
    {
      help |= g_str_equal (arguments[i], "--help") || g_str_equal (arguments[i], "-h");
      asked |= g_str_equal (arguments[i], "--export") || g_str_has_prefix (arguments[i], "--export=");
    }

  return asked && !help;
}

/**
 * psg_export_run:
 * @arguments: (array zero-terminated=1): a command line that asks for a picture
 *
 * Writes it, or says on standard error why not.
 *
 * Returns: the process's exit status
 */
int
psg_export_run (char **arguments)
{
  g_auto (GStrv) copy = g_strdupv (arguments);
  g_auto (Wishes) wishes = { NULL };
  g_autoptr (GError) error = NULL;

  if (!read_arguments (&wishes, &copy, &error) || !export (&wishes, &error))
    {
      g_printerr ("passages: %s\n", error->message);
      return 1;
    }

  g_print (_("Wrote %s\n"), wishes.file);

  return 0;
}
