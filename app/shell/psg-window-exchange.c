/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-window-private.h"

#include <glib/gi18n.h>

#include "psg-exchange.h"
#include "psg-file-chooser.h"
#include "psg-import-window.h"
#include "psg-own-collection.h"
#include "psg-session-lessons.h"

/* Notes and lessons taken away, and brought in. */

/* What is asked for while the person chooses a file. */
typedef struct
{
  PsgWindow *window; /* owned */
  PsgNoteFilter *filter;
  PsgExchangeFormat format;
  GPtrArray *lessons; /* (nullable): of PsgLesson */
} Export;

static void
free_export (Export *self)
{
  g_object_unref (self->window);
  psg_note_filter_free (self->filter);
  g_clear_pointer (&self->lessons, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, free_export)

static PsgCollectionFile *
get_collection (PsgWindow *self)
{
  PsgCollection *collection = psg_collection_get_base (psg_session_get_collection (self->session));

  return PSG_IS_COLLECTION_FILE (collection) ? PSG_COLLECTION_FILE (collection) : NULL;
}

/* (nullable) */
static PsgLibrary *
get_library (PsgWindow *self)
{
  return self->session != NULL ? psg_session_get_library (self->session) : NULL;
}

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (PsgWindow) self = PSG_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  gssize n = psg_exchange_export_finish (PSG_NOTE_STORE (object), result, &error);
  g_autofree char *message = NULL;

  if (self->session == NULL)
    return;

  if (n >= 0)
    message = g_strdup_printf (ngettext ("%'d note exported", "%'d notes exported", (int) n), (int) n);
  psg_window_toast (self, n >= 0 ? message : error->message);
}

/* Until all that was written before is in the store. */
typedef struct
{
  Export *export;
  GFile *file;
} ExportTo;

static void
export_cb (PsgNoteStore *store,
           gpointer      user_data)
{
  g_autofree ExportTo *to = user_data;
  g_autoptr (Export) export = to->export;
  g_autoptr (GFile) file = to->file;

  psg_exchange_export_async (store, export->filter, export->lessons, get_collection (export->window),
                             get_library (export->window), export->format, file, NULL, exported_cb,
                             g_object_ref (export->window));
}

static void
export_to_cb (GFile   *file,
              gpointer user_data)
{
  Export *export = user_data;
  PsgNotes *notes = export->window->session != NULL ? psg_session_get_notes (export->window->session) : NULL;
  ExportTo *to;

  if (file == NULL || notes == NULL)
    {
      free_export (export);
      return;
    }

  to = g_new (ExportTo, 1);
  *to = (ExportTo) { export, g_object_ref (file) };
  psg_notes_ask (notes, export_cb, to);
}

static gboolean
find_format (const char        *name,
             PsgExchangeFormat *format)
{
  for (*format = 0; *format < PSG_N_EXCHANGE_FORMATS; (*format)++)
    if (g_str_equal (psg_exchange_format_get_extension (*format), name))
      return TRUE;

  return FALSE;
}

/* (transfer full) (nullable): the person's own about the collection that is open. */
static GPtrArray *
list_lessons (PsgWindow *self)
{
  PsgLessons *lessons = psg_session_get_lessons (self->session);
  PsgCollection *collection = psg_session_get_collection (self->session);

  return lessons != NULL && collection != NULL
             ? psg_lessons_list (lessons, psg_collection_get_info (collection)->id, FALSE) : NULL;
}

/* @filter: (transfer full). @lessons: (transfer full) (nullable) */
static void
ask_where (PsgWindow        *self,
           PsgNoteFilter    *filter,
           GPtrArray        *lessons,
           PsgExchangeFormat format)
{
  Export *export = g_new0 (Export, 1);
  const char *extension = psg_exchange_format_get_extension (format);
  /* Translators: the name a file with notes has unless the person gives it another, without its extension */
  g_autofree char *name = g_strdup_printf ("%s.%s", _("notes"), extension);
  g_autofree char *pattern = g_strdup_printf ("*.%s", extension);

  export->window = g_object_ref (self);
  export->filter = filter;
  export->format = format;
  export->lessons = lessons;
  psg_file_chooser_save (GTK_WINDOW (self), _("Export Notes"), name, psg_exchange_format_get_name (format), pattern,
                         export_to_cb, export);
}

/* What the list shows, if it is shown; else all. */
static void
export_notes_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  PsgExchangeFormat format;

  if (psg_session_get_notes (self->session) != NULL && find_format (g_variant_get_string (parameter, NULL), &format))
    ask_where (self,
               psg_window_shows_notes (self) ? psg_note_list_dup_filter (psg_window_get_note_list (self))
                                             : psg_note_filter_new (),
               list_lessons (self), format);
}

typedef struct
{
  PsgWindow *window; /* borrowed: the list's */
  PsgExchangeFormat format;
} Chosen;

static void
export_chosen (PsgSession    *session,
               GPtrArray     *notes,
               gconstpointer  data)
{
  const Chosen *chosen = data;
  PsgNoteFilter *filter = psg_note_filter_new ();

  filter->ids = g_new0 (char *, notes->len + 1);
  for (guint i = 0; i < notes->len; i++)
    filter->ids[i] = g_strdup (((PsgNote *) g_ptr_array_index (notes, i))->id);
  filter->binned = notes->len > 0 && ((PsgNote *) g_ptr_array_index (notes, 0))->deleted != 0;
  ask_where (chosen->window, filter, NULL, chosen->format);
}

static void
export_chosen_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  PsgExchangeFormat format;
  Chosen *chosen;

  if (!psg_window_shows_notes (self) || !find_format (g_variant_get_string (parameter, NULL), &format))
    return;

  chosen = g_new (Chosen, 1);
  *chosen = (Chosen) { self, format };
  psg_note_list_with_chosen (psg_window_get_note_list (self), export_chosen, chosen, g_free);
}

/* One lesson, in a copy of its collection, with no note. */
static void
export_lesson_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  PsgLesson *lesson = psg_session_find_lesson (self->session, g_variant_get_string (parameter, NULL));
  PsgNoteFilter *filter;
  GPtrArray *lessons;

  if (lesson == NULL || !psg_lesson_is_own (lesson))
    {
      psg_window_toast (self, _("There is no such lesson here"));
      return;
    }

  filter = psg_note_filter_new ();
  filter->ids = g_new0 (char *, 1);
  lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_lesson_unref);
  g_ptr_array_add (lessons, psg_lesson_ref (lesson));
  ask_where (self, filter, lessons, PSG_EXCHANGE_COPY);
}

static void
describe_lessons (const PsgExchangeLessons *lessons,
                  GString                  *text)
{
  if (lessons->n_added > 0)
    g_string_append_printf (text, ngettext (" %'u lesson added.", " %'u lessons added.", lessons->n_added),
                            lessons->n_added);
  if (lessons->conflicts->len > 0)
    g_string_append_printf (text, ngettext (" %'u lesson differs from yours; both are kept until you choose.",
                                            " %'u lessons differ from yours; both are kept until you choose.",
                                            lessons->conflicts->len), lessons->conflicts->len);
}

static char *
describe (const PsgExchangeReport *report)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%'u note added.", "%'u notes added.", report->n_added), report->n_added);
  if (report->n_same > 0)
    g_string_append_printf (text, ngettext (" %'u was here already.", " %'u were here already.", report->n_same),
                            report->n_same);
  if (report->conflicts->len > 0)
    g_string_append_printf (text, ngettext (" %'u differs from yours; both are kept until you choose.",
                                            " %'u differ from yours; both are kept until you choose.",
                                            report->conflicts->len), report->conflicts->len);
  if (report->n_missed > 0)
    g_string_append_printf (text, ngettext (" %'u could not be understood.", " %'u could not be understood.",
                                            report->n_missed), report->n_missed);
  describe_lessons (report->lessons, text);

  return g_string_free (text, FALSE);
}

static void
imported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (PsgWindow) self = PSG_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgExchangeReport) report = psg_exchange_import_finish (PSG_NOTE_STORE (object), result, &error);
  PsgNotes *notes = self->session != NULL ? psg_session_get_notes (self->session) : NULL;
  PsgLessons *lessons;
  g_autofree char *summary = NULL;

  if (notes == NULL)
    return;
  if (report == NULL)
    {
      psg_window_toast (self, error->message);
      return;
    }

  if (report->changes->len > 0)
    psg_notes_apply (notes, _("Import Notes"), report->changes, NULL);
  lessons = psg_session_may_keep_lessons (self->session) ? psg_session_get_lessons (self->session) : NULL;
  if (report->lessons->changes->len > 0 && lessons != NULL)
    psg_lessons_apply (lessons, _("Import Lessons"), report->lessons->changes, NULL);
  summary = describe (report);
  if (report->conflicts->len > 0 || report->messages->len > 0 || report->lessons->conflicts->len > 0)
    psg_import_window_show (GTK_WINDOW (self), summary, notes, report->conflicts, lessons,
                            report->lessons->conflicts, report->messages);
  else
    psg_window_toast (self, summary);
}

typedef struct
{
  PsgWindow *window;
  GFile *file;
} Import;

static void
import_cb (PsgNoteStore *store,
           gpointer      user_data)
{
  g_autofree Import *import = user_data;
  g_autoptr (GFile) file = import->file;
  PsgLessons *own = import->window->session != NULL ? psg_session_get_lessons (import->window->session) : NULL;
  g_autoptr (GPtrArray) lessons = own != NULL ? psg_lessons_list (own, NULL, FALSE) : g_ptr_array_new ();
  g_autoptr (GPtrArray) binned = own != NULL ? psg_lessons_list (own, NULL, TRUE) : NULL;

  if (binned != NULL)
    g_ptr_array_extend_and_steal (lessons, g_steal_pointer (&binned));
  psg_exchange_import_async (store, lessons, get_collection (import->window), file, NULL, imported_cb, import->window);
}

static void
import_from_cb (GFile   *file,
                gpointer user_data)
{
  g_autoptr (PsgWindow) self = PSG_WINDOW (user_data);
  PsgNotes *notes = self->session != NULL ? psg_session_get_notes (self->session) : NULL;
  Import *import;

  if (file == NULL || notes == NULL)
    return;

  import = g_new (Import, 1);
  *import = (Import) { g_object_ref (self), g_object_ref (file) };
  psg_notes_ask (notes, import_cb, import);
}

static void
import_notes_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  PsgNotes *notes = psg_session_get_notes (self->session);

  if (notes == NULL || psg_notes_is_read_only (notes))
    {
      psg_window_toast (self, _("The notebook can only be read"));
      return;
    }

  psg_file_chooser_open (GTK_WINDOW (self), _("Import Notes"), _("Annotations and collections"),
                         "*.json;*.jsonld;*.passages", import_from_cb, g_object_ref (self));
}

/**
 * psg_window_add_exchange_actions:
 * @self: a window
 */
void
psg_window_add_exchange_actions (PsgWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "export-notes", .activate = export_notes_cb, .parameter_type = "s" },
    { .name = "export-chosen-notes", .activate = export_chosen_cb, .parameter_type = "s" },
    { .name = "export-lesson", .activate = export_lesson_cb, .parameter_type = "s" },
    { .name = "import-notes", .activate = import_notes_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
