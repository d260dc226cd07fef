/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-pdf-file.h"

#include "psg-linger.h"
#include "psg-pdf-reader.h"

/*
 * A thread and what it is asked, the most urgent first. It is not waited for when the file is let go of: Poppler may be
 * busy with a page for long. What it does with the document is in psg-pdf-reader.c.
 */

typedef struct _Job Job;

/* Runs in the thread and returns the task's result. */
typedef void (*JobFunc) (PopplerDocument *document, Job *job);

struct _Job
{
  JobFunc func; /* %NULL to stop */
  GTask *task;
  guint64 order;
  guint page;
  PsgPdfPart part;
  cairo_t *cr; /* (nullable): to be drawn into */
};

struct _PsgPdfFile
{
  GAsyncQueue *jobs; /* of Job */
  guint64 n_asked;
};

typedef struct
{
  GAsyncQueue *jobs;
  char *path;
} Work;

/* A picture on its way from the thread. */
typedef struct
{
  GBytes *bytes;
  int width;
  int height;
  gsize stride;
} Picture;

static void
free_picture (gpointer data)
{
  Picture *self = data;

  g_bytes_unref (self->bytes);
  g_free (self);
}

static int
compare_jobs (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const Job *first = a;
  const Job *second = b;

  return (first->order > second->order) - (first->order < second->order);
}

static gboolean
drop_task_cb (gpointer task)
{
  return G_SOURCE_REMOVE;
}

/* Whatever the task holds belongs to the main thread: it is let go of there. */
static void
drop_job (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, drop_task_cb, job->task, g_object_unref);
  g_source_attach (source, g_task_get_context (job->task));
  g_clear_pointer (&job->cr, cairo_destroy);
  g_free (job);
}

static void
look_job (PopplerDocument *document,
          Job             *job)
{
  g_autoptr (GError) error = NULL;
  PsgPdfInfo *info = psg_pdf_reader_look (document, &error);

  if (info != NULL)
    g_task_return_pointer (job->task, info, (GDestroyNotify) psg_pdf_info_free);
  else
    g_task_return_error (job->task, g_steal_pointer (&error));
}

static void
draw_job (PopplerDocument *document,
          Job             *job)
{
  g_autoptr (GError) error = NULL;
  gsize stride = 0;
  GBytes *bytes = psg_pdf_reader_draw (document, &job->part, &stride, &error);
  Picture *picture;

  if (bytes == NULL)
    {
      g_task_return_error (job->task, g_steal_pointer (&error));
      return;
    }

  picture = g_new0 (Picture, 1);
  *picture = (Picture) { bytes, job->part.width, job->part.height, stride };
  g_task_return_pointer (job->task, picture, free_picture);
}

static void
read_job (PopplerDocument *document,
          Job             *job)
{
  g_task_return_pointer (job->task, psg_pdf_reader_read (document, job->page), (GDestroyNotify) psg_pdf_text_unref);
}

static void
print_job (PopplerDocument *document,
           Job             *job)
{
  g_autoptr (GError) error = NULL;

  if (psg_pdf_reader_print (document, job->page, job->cr, &error))
    g_task_return_boolean (job->task, TRUE);
  else
    g_task_return_error (job->task, g_steal_pointer (&error));
}

static void
run_job (Job              *job,
         const char       *path,
         PopplerDocument **document,
         GError          **fault)
{
  if (g_task_return_error_if_cancelled (job->task))
    return;

  if (*document == NULL && *fault == NULL)
    *document = psg_pdf_reader_open (path, fault);
  if (*document != NULL)
    job->func (*document, job);
  else
    g_task_return_error (job->task, g_error_copy (*fault));
}

static void
refuse_rest (GAsyncQueue *jobs)
{
  Job *job;

  while ((job = g_async_queue_try_pop (jobs)) != NULL)
    {
      g_task_return_new_error (job->task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The document was closed");
      drop_job (job);
    }
}

static gpointer
work (gpointer data)
{
  g_autofree Work *work = data;
  PopplerDocument *document = NULL;
  g_autoptr (GError) fault = NULL;
  gboolean running = TRUE;

  while (running)
    {
      Job *job = g_async_queue_pop (work->jobs);

      running = job->func != NULL;
      if (running)
        {
          run_job (job, work->path, &document, &fault);
          drop_job (job);
        }
      else
        g_free (job);
    }

  refuse_rest (work->jobs);
  g_clear_object (&document);
  g_async_queue_unref (work->jobs);
  g_free (work->path);

  psg_linger_end ();

  return NULL;
}

/**
 * psg_pdf_file_new:
 * @path: (type filename): a PDF
 *
 * Returns: (transfer full): the file; nothing is read before it is asked for something
 */
PsgPdfFile *
psg_pdf_file_new (const char *path)
{
  PsgPdfFile *self = g_new0 (PsgPdfFile, 1);
  Work *data = g_new0 (Work, 1);

  self->jobs = g_async_queue_new ();
  data->jobs = g_async_queue_ref (self->jobs);
  data->path = g_strdup (path);
  psg_linger_begin ();
  g_thread_unref (g_thread_new ("pdf", work, data));

  return self;
}

/* Lets go of it. What it was asked and has not begun is cancelled; nobody waits for the rest. */
void
psg_pdf_file_free (PsgPdfFile *self)
{
  /* Of all orders the smallest: it comes next. */
  g_async_queue_push_sorted (self->jobs, g_new0 (Job, 1), compare_jobs, NULL);
  g_async_queue_unref (self->jobs);
  g_free (self);
}

static Job *
new_job (PsgPdfFile          *self,
         JobFunc              func,
         PsgPdfUrgency        urgency,
         GCancellable        *cancellable,
         GAsyncReadyCallback  callback,
         gpointer             data)
{
  Job *job = g_new0 (Job, 1);

  job->func = func;
  job->task = g_task_new (NULL, cancellable, callback, data);
  job->order = ((guint64) urgency + 1) << 48 | ++self->n_asked;
  g_task_set_source_tag (job->task, func);

  return job;
}

static void
push (PsgPdfFile *self,
      Job        *job)
{
  g_async_queue_push_sorted (self->jobs, job, compare_jobs, NULL);
}

/**
 * psg_pdf_file_open_async:
 * @self: a file
 * @cancellable: (nullable): for giving up before it has begun
 * @callback: called when it is known what is in it
 * @data: for @callback
 */
void
psg_pdf_file_open_async (PsgPdfFile          *self,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  push (self, new_job (self, look_job, PSG_PDF_NOW, cancellable, callback, data));
}

/* (transfer full) (nullable): what it is like; a #PsgLibraryError says why it cannot be shown. */
PsgPdfInfo *
psg_pdf_file_open_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * psg_pdf_file_draw_async:
 * @self: a file
 * @part: what is to be drawn
 * @urgency: how soon
 * @cancellable: (nullable): for giving up before it has begun
 * @callback: called with the picture
 * @data: for @callback
 */
void
psg_pdf_file_draw_async (PsgPdfFile          *self,
                         const PsgPdfPart    *part,
                         PsgPdfUrgency        urgency,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  Job *job;

  g_return_if_fail (part->width > 0 && part->height > 0
                    && (gint64) part->width * part->height <= PSG_PDF_MAX_PIXELS);

  job = new_job (self, draw_job, urgency, cancellable, callback, data);
  job->part = *part;
  push (self, job);
}

/* (transfer full) (nullable): the picture */
GdkTexture *
psg_pdf_file_draw_finish (GAsyncResult  *result,
                          GError       **error)
{
  Picture *picture = g_task_propagate_pointer (G_TASK (result), error);
  GdkTexture *texture;

  if (picture == NULL)
    return NULL;

  texture = gdk_memory_texture_new (picture->width, picture->height, GDK_MEMORY_DEFAULT, picture->bytes,
                                    picture->stride);
  free_picture (picture);

  return texture;
}

/**
 * psg_pdf_file_read_async:
 * @self: a file
 * @page: a page, as an index
 * @urgency: how soon
 * @cancellable: (nullable): for giving up before it has begun
 * @callback: called with what is written on it
 * @data: for @callback
 */
void
psg_pdf_file_read_async (PsgPdfFile          *self,
                         guint                page,
                         PsgPdfUrgency        urgency,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  Job *job = new_job (self, read_job, urgency, cancellable, callback, data);

  job->page = page;
  push (self, job);
}

/* (transfer full) (nullable): the text; empty if there is none */
PsgPdfText *
psg_pdf_file_read_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * psg_pdf_file_print_async:
 * @self: a file
 * @page: a page, as an index
 * @cr: where it is drawn, in points from its upper left corner; until the answer nobody else may use it
 * @callback: called when that is done
 * @data: for @callback
 *
 * Draws a page as what is printed: words as words, not as a picture of them. What @cr draws on must be finished before
 * the file is let go of.
 */
void
psg_pdf_file_print_async (PsgPdfFile          *self,
                          guint                page,
                          cairo_t             *cr,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  Job *job = new_job (self, print_job, PSG_PDF_NOW, NULL, callback, data);

  job->page = page;
  job->cr = cairo_reference (cr);
  push (self, job);
}

/* Returns: whether it was drawn; a #PsgLibraryError says why not. */
gboolean
psg_pdf_file_print_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
