/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-film.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

/*
 * A film as numbered pictures in a folder. The main thread draws them one after the other, others compress and write
 * them. Until the last is written the folder has another name, and what has not been finished is removed.
 */

#define FRAME_NAME "frame-%06u.png"

typedef struct
{
  PsgFilm *film;
  char *folder;
  char *part;                /* where it is written until it is complete */
  cairo_surface_t *surface;
  GByteArray *png;           /* of the picture drawn last */
  gboolean changed;
  guint n_done;
  PsgFilmProgress progress;
  gpointer data;
  GError *error;             /* why it came to nothing */
} Recording;

static void record_next (GTask *task);

static void
recording_free (gpointer data)
{
  Recording *self = data;

  g_free (self->folder);
  g_free (self->part);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_byte_array_unref (self->png);
  g_clear_error (&self->error);
  g_free (self);
}

static void
set_failure (GError    **error,
             const char *message)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The pictures cannot be written: %s"), message);
}

/* What a person can do something about is said in other words than the system's. */
static void
translate_error (GError       **error,
                 const GError  *reason,
                 guint          n_done)
{
  if (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                 ngettext ("The disk is full: there was room for %u picture",
                           "The disk is full: there was room for %u pictures", n_done),
                 n_done);
  else
    set_failure (error, reason->message);
}

/* In a thread */

static cairo_status_t
write_cb (gpointer             bytes,
          const unsigned char *data,
          unsigned             length)
{
  g_byte_array_append (bytes, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Recording *self = data;
  g_autofree char *name = g_strdup_printf (FRAME_NAME, self->n_done + 1);
  g_autofree char *path = g_build_filename (self->part, name, NULL);
  g_autoptr (GError) reason = NULL;
  GError *error = NULL;

  if (self->changed)
    {
      cairo_status_t status;

      g_byte_array_set_size (self->png, 0);
      status = cairo_surface_write_to_png_stream (self->surface, write_cb, self->png);
      if (status != CAIRO_STATUS_SUCCESS)
        {
          set_failure (&error, cairo_status_to_string (status));
          g_task_return_error (task, error);
          return;
        }
    }

  if (g_file_set_contents_full (path, (const char *) self->png->data, self->png->len, G_FILE_SET_CONTENTS_NONE, 0644,
                                &reason))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  translate_error (&error, reason, self->n_done);
  g_task_return_error (task, error);
}

static void
remove_part (Recording *self)
{
  /* One more may be there, and not whole. */
  for (guint i = 0; i <= self->n_done; i++)
    {
      g_autofree char *name = g_strdup_printf (FRAME_NAME, i + 1);
      g_autofree char *path = g_build_filename (self->part, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->part);
}

static void
end_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Recording *self = data;

  if (self->error == NULL && g_rename (self->part, self->folder) != 0)
    set_failure (&self->error, g_strerror (errno));
  if (self->error != NULL)
    remove_part (self);
  g_task_return_boolean (task, TRUE);
}

/* In the main thread */

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Recording *self = g_task_get_task_data (task);

  if (self->error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->error));
  else
    g_task_return_boolean (task, TRUE);
}

/* Cleaning up is not cancelled. */
static void
end (GTask *task)
{
  g_autoptr (GTask) ending = g_task_new (NULL, NULL, ended_cb, task);

  g_task_set_task_data (ending, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (ending, end_in_thread);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = G_TASK (user_data);
  Recording *self = g_task_get_task_data (task);

  if (!g_task_propagate_boolean (G_TASK (result), &self->error))
    {
      end (task);
      return;
    }

  self->n_done++;
  if (self->progress != NULL)
    self->progress (self->film, self->n_done, self->data);
  record_next (task);
}

static void
draw (Recording *self)
{
  cairo_t *cr = cairo_create (self->surface);

  psg_film_draw (self->film, cr);
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
}

static void
record_next (GTask *task)
{
  Recording *self = g_task_get_task_data (task);
  g_autoptr (GTask) writing = NULL;

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &self->error)
      || !psg_film_next (self->film, &self->changed))
    {
      end (task);
      return;
    }

  if (self->changed)
    draw (self);
  writing = g_task_new (NULL, NULL, written_cb, task);
  g_task_set_task_data (writing, self, NULL);
  g_task_run_in_thread (writing, write_in_thread);
}

/* Beside the folder, so that it only has to be called otherwise in the end. */
static gboolean
make_part (Recording *self,
           GError   **error)
{
  g_autofree char *parent = g_path_get_dirname (self->folder), *name = g_path_get_basename (self->folder);
  g_autofree char *hidden = g_strdup_printf (".%s.XXXXXX", name);

  if (g_file_test (self->folder, G_FILE_TEST_EXISTS))
    {
      g_autofree char *shown = g_filename_display_name (self->folder);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("There is “%s” already"), shown);
      return FALSE;
    }

  self->part = g_build_filename (parent, hidden, NULL);
  if (g_mkdtemp_full (self->part, 0755) != NULL)
    return TRUE;

  set_failure (error, g_strerror (errno));

  return FALSE;
}

static gboolean
prepare (Recording *self,
         GError   **error)
{
  guint width = psg_film_get_width (self->film), height = psg_film_get_height (self->film);

  if (psg_film_get_n_frames (self->film) > PSG_FILM_MAX_FRAMES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("There would be more than %u pictures: choose a higher speed, fewer a second, or a range"),
                   PSG_FILM_MAX_FRAMES);
      return FALSE;
    }
  if (MIN (width, height) < PSG_FIGURE_MIN_SIZE || MAX (width, height) > PSG_FIGURE_MAX_SIZE)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("A picture is %d to %d points wide and high"),
                   PSG_FIGURE_MIN_SIZE, PSG_FIGURE_MAX_SIZE);
      return FALSE;
    }

  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  if (cairo_surface_status (self->surface) != CAIRO_STATUS_SUCCESS)
    {
      set_failure (error, cairo_status_to_string (cairo_surface_status (self->surface)));
      return FALSE;
    }

  return make_part (self, error);
}

/**
 * psg_film_record_async:
 * @self: a film before its first picture; it must not be freed before this is over
 * @folder: a folder there is not yet, on a file system
 * @progress: (nullable): told after each picture
 * @data: for @progress
 * @cancellable: (nullable): nothing is left behind when it is cancelled
 * @callback: called when all pictures are there, or none is
 * @user_data: for @callback
 */
void
psg_film_record_async (PsgFilm            *self,
                       GFile              *folder,
                       PsgFilmProgress     progress,
                       gpointer            data,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Recording *recording = g_new0 (Recording, 1);
  GError *error = NULL;

  g_return_if_fail (g_file_peek_path (folder) != NULL);

  recording->film = self;
  recording->folder = g_file_get_path (folder);
  recording->png = g_byte_array_new ();
  recording->progress = progress;
  recording->data = data;
  g_task_set_task_data (task, recording, recording_free);
  g_task_set_check_cancellable (task, FALSE);
  if (!prepare (recording, &error))
    g_task_return_error (task, error);
  else
    record_next (g_steal_pointer (&task));
}

gboolean
psg_film_record_finish (GAsyncResult *result,
                        GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
