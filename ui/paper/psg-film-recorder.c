/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-film-recorder.h"

#include <glib/gi18n.h>

/* Between a recording and whoever waits for it. */

struct _PsgFilmRecorder
{
  GtkBox parent_instance;

  PsgFilm *film;              /* owned (nullable): that is being recorded */
  GFile *folder;              /* owned (nullable): where to */
  GCancellable *cancellable;  /* owned (nullable) */

  /* made with it, which owns them */
  GtkProgressBar *bar;
};

enum
{
  PROGRESSED,
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgFilmRecorder, psg_film_recorder, GTK_TYPE_BOX)

/* A folder there is not yet. */
static GFile *
find_folder (GFile      *parent,
             const char *name)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *numbered = i > 1 ? g_strdup_printf ("%s %u", name, i) : g_strdup (name);
      g_autoptr (GFile) folder = g_file_get_child (parent, numbered);

      if (!g_file_query_exists (folder, NULL))
        return g_steal_pointer (&folder);
    }
}

static void
show_progress (PsgFilmRecorder *self,
               guint            n_done)
{
  guint n = psg_film_get_n_frames (self->film);
  /* Translators: of a recording: how many pictures have been written, and how many there will be */
  g_autofree char *text = g_strdup_printf (_("%u of %u pictures"), n_done, n);

  gtk_progress_bar_set_fraction (self->bar, (double) n_done / n);
  gtk_progress_bar_set_text (self->bar, text);
}

static void
progress_cb (PsgFilm *film,
             guint    n_done,
             gpointer data)
{
  PsgFilmRecorder *self = PSG_FILM_RECORDER (data);

  show_progress (self, n_done);
  g_signal_emit (self, signals[PROGRESSED], 0, film);
}

static void
recorded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (PsgFilmRecorder) self = PSG_FILM_RECORDER (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = g_steal_pointer (&self->folder);
  gboolean done = psg_film_record_finish (result, &error);
  gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_clear_pointer (&self->film, psg_film_free);
  g_clear_object (&self->cancellable);
  g_signal_emit (self, signals[ENDED], 0, done ? folder : NULL, done || cancelled ? NULL : error->message);
}

static void
psg_film_recorder_dispose (GObject *object)
{
  psg_film_recorder_cancel (PSG_FILM_RECORDER (object));

  G_OBJECT_CLASS (psg_film_recorder_parent_class)->dispose (object);
}

static void
psg_film_recorder_class_init (PsgFilmRecorderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_film_recorder_dispose;

  signals[PROGRESSED] = g_signal_new ("progressed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_FILE, G_TYPE_STRING);
}

static void
psg_film_recorder_init (PsgFilmRecorder *self)
{
  GtkWidget *bar = gtk_progress_bar_new (), *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->bar = GTK_PROGRESS_BAR (bar);
  gtk_progress_bar_set_show_text (self->bar, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Recording"), -1);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (psg_film_recorder_cancel), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), bar);
  gtk_box_append (GTK_BOX (self), cancel);
}

GtkWidget *
psg_film_recorder_new (void)
{
  return g_object_new (PSG_TYPE_FILM_RECORDER, NULL);
}

/**
 * psg_film_recorder_start:
 * @self: a recorder that does not record
 * @film: (transfer full): a film before its first picture
 * @parent: a folder on a file system
 * @name: what the new folder in it is called, unless there is one of that name
 */
void
psg_film_recorder_start (PsgFilmRecorder *self,
                         PsgFilm         *film,
                         GFile           *parent,
                         const char      *name)
{
  g_return_if_fail (PSG_IS_FILM_RECORDER (self) && self->film == NULL);

  self->film = film;
  self->folder = find_folder (parent, name);
  self->cancellable = g_cancellable_new ();
  show_progress (self, 0);
  psg_film_record_async (film, self->folder, progress_cb, self, self->cancellable, recorded_cb, g_object_ref (self));
}

/**
 * psg_film_recorder_cancel:
 * @self: a recorder
 *
 * It ends soon, without anything left behind.
 */
void
psg_film_recorder_cancel (PsgFilmRecorder *self)
{
  g_return_if_fail (PSG_IS_FILM_RECORDER (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}
