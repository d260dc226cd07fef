/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange.h"
#include "psg-notebook.h"

/* Makes a notebook of annotations in a file, for pictures: make-notebook COLLECTION ANNOTATIONS FOLDER */

typedef struct
{
  GAsyncResult *result;
} Answer;

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  ((Answer *) user_data)->result = g_object_ref (result);
}

static GAsyncResult *
wait_for (Answer *answer)
{
  while (answer->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (&answer->result);
}

static gboolean
open_notebook (PsgNotebook  *notebook,
               GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  Answer answer = { 0 };

  psg_notebook_open_async (notebook, NULL, answered_cb, &answer);
  result = wait_for (&answer);

  return psg_notebook_open_finish (notebook, result, error);
}

static PsgExchangeReport *
read_annotations (PsgNotebook        *notebook,
                  PsgCollectionFile  *collection,
                  const char         *path,
                  GError            **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) lessons = g_ptr_array_new ();
  Answer answer = { 0 };

  psg_exchange_import_async (PSG_NOTE_STORE (notebook), lessons, collection, file, NULL, answered_cb, &answer);
  result = wait_for (&answer);

  return psg_exchange_import_finish (PSG_NOTE_STORE (notebook), result, error);
}

static gboolean
put (PsgNotebook              *notebook,
     const PsgExchangeReport  *report,
     GError                  **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autoptr (GAsyncResult) result = NULL;
  Answer answer = { 0 };

  for (guint i = 0; i < report->changes->len; i++)
    g_ptr_array_add (notes, ((PsgNoteChange *) g_ptr_array_index (report->changes, i))->after);
  psg_notebook_put_async (notebook, notes, answered_cb, &answer);
  result = wait_for (&answer);

  return psg_notebook_put_finish (notebook, result, error);
}

/* Nothing may be left out: a picture without a note would show that nobody looked. */
static gboolean
fill (PsgNotebook  *notebook,
      const char   *collection,
      const char   *annotations,
      GError      **error)
{
  g_autoptr (PsgCollectionFile) file = psg_collection_file_open (collection, NULL, error);
  g_autoptr (PsgExchangeReport) report = NULL;

  if (file == NULL || !open_notebook (notebook, error))
    return FALSE;
  report = read_annotations (notebook, file, annotations, error);
  if (report == NULL)
    return FALSE;
  for (guint i = 0; i < report->messages->len; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (report->messages, i));

  return put (notebook, report, error) && report->messages->len == 0;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (PsgNotebook) notebook = NULL;
  g_autoptr (GError) error = NULL;
  gboolean filled;

  if (argc != 4)
    {
      g_printerr ("make-notebook COLLECTION ANNOTATIONS FOLDER\n");
      return 2;
    }

  notebook = psg_notebook_new (argv[3]);
  filled = fill (notebook, argv[1], argv[2], &error);
  psg_notebook_close (notebook);
  if (error != NULL)
    g_printerr ("%s\n", error->message);

  return filled ? 0 : 1;
}
