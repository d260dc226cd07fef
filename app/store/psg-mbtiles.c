/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-mbtiles.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "psg-collection.h"
#include "psg-db-statement.h"
#include "psg-mbtiles-metadata.h"

/*
 * Reads map files (MBTiles 1.3, github.com/mapbox/mbtiles-spec). Anybody may have made
 * them: views are allowed, as the specification says, but no query runs for long and
 * nothing large is read. A file belongs to one thread of its own, in which its tiles
 * are read in the order they were asked for.
 */

/* Milliseconds a query may take: when a file is opened, and for a tile. */
#define OPEN_TIME 2000
#define TILE_TIME 1000

struct _PsgMbtiles
{
  GObject      parent_instance;

  PsgDb       *db;
  GThreadPool *thread;
  PsgTileInfo  info;
};

/* A tile as the file counts: rows from the south. */
typedef struct
{
  guint zoom;
  guint column;
  guint row;
} Tile;

static void psg_mbtiles_iface_init (PsgTileSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PsgMbtiles, psg_mbtiles, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PSG_TYPE_TILE_SOURCE, psg_mbtiles_iface_init))

/* What the database says is said of collections; here it is about a map. @what: (nullable):
 * in which part of it. Always returns %FALSE. */
static gboolean
fail (GError      *cause,
      const char  *what,
      GError     **error)
{
  PsgTileError code = PSG_TILE_ERROR_DAMAGED;

  if (cause->domain != PSG_COLLECTION_ERROR)
    {
      g_propagate_error (error, cause);
      return FALSE;
    }

  switch ((PsgCollectionError) cause->code)
    {
    case PSG_COLLECTION_ERROR_NOT_A_COLLECTION:
      g_set_error_literal (error, PSG_TILE_ERROR, PSG_TILE_ERROR_NOT_A_MAP,
                           _("not a map file (MBTiles): not an SQLite file"));
      g_error_free (cause);
      return FALSE;
    case PSG_COLLECTION_ERROR_TOO_LARGE:
      code = PSG_TILE_ERROR_TOO_LARGE;
      break;
    case PSG_COLLECTION_ERROR_IO:
    case PSG_COLLECTION_ERROR_BUSY:
    case PSG_COLLECTION_ERROR_READ_ONLY:
      code = PSG_TILE_ERROR_IO;
      break;
    default:
      break;
    }

  if (what != NULL)
    /* Translators: a table of a file, and what is wrong with it as the database says it, in English */
    g_set_error (error, PSG_TILE_ERROR, code, _("not a map file (MBTiles) that can be read: “%s”: %s"),
                 what, cause->message);
  else
    g_set_error_literal (error, PSG_TILE_ERROR, code, cause->message);
  g_error_free (cause);

  return FALSE;
}

/* A pipe or a device would be waited for. */
static gboolean
check_is_file (const char  *path,
               GError     **error)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    {
      g_set_error_literal (error, PSG_TILE_ERROR, PSG_TILE_ERROR_IO, g_strerror (errno));
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    {
      g_set_error_literal (error, PSG_TILE_ERROR, PSG_TILE_ERROR_NOT_A_MAP, _("not a map file (MBTiles): not a file"));
      return FALSE;
    }

  return TRUE;
}

/* The level that comes first, going by an index if the file has one. */
static gboolean
find_zoom (PsgMbtiles  *self,
           const char  *order,
           guint       *zoom,
           GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT zoom_level FROM tiles WHERE zoom_level BETWEEN 0 AND %d "
                                          "ORDER BY zoom_level %s LIMIT 1", PSG_TILE_MAX_ZOOM, order);
  g_autoptr (PsgDbStatement) statement = psg_db_statement_new (self->db, sql, error);
  PsgDbStep step = statement != NULL ? psg_db_statement_step (statement, error) : PSG_DB_ERROR;

  if (step == PSG_DB_DONE)
    g_set_error_literal (error, PSG_TILE_ERROR, PSG_TILE_ERROR_NOT_A_MAP, _("there are no tiles in this map file"));
  if (step != PSG_DB_ROW)
    return FALSE;

  *zoom = (guint) CLAMP (psg_db_statement_get_int (statement, 0), 0, PSG_TILE_MAX_ZOOM);

  return TRUE;
}

/* What the tiles are is told by one of them: the metadata may say anything. */
static gboolean
check_sample (PsgMbtiles  *self,
              GError     **error)
{
  g_autoptr (PsgDbStatement) statement =
      psg_db_statement_new (self->db, "SELECT tile_data FROM tiles WHERE zoom_level = ?1 LIMIT 1", error);
  gconstpointer data;
  gsize size;

  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_int (statement, 1, self->info.min_zoom);
  if (psg_db_statement_step (statement, error) == PSG_DB_ERROR)
    return FALSE;

  data = psg_db_statement_get_blob (statement, 0, &size);

  return psg_tile_image_check (data, size, error);
}

static gboolean
look_at_tiles (PsgMbtiles  *self,
               GError     **error)
{
  GError *cause = NULL;

  if (find_zoom (self, "ASC", &self->info.min_zoom, &cause)
      && find_zoom (self, "DESC", &self->info.max_zoom, &cause)
      && check_sample (self, &cause))
    return TRUE;

  return fail (cause, "tiles", error);
}

static gboolean
look_at_file (PsgMbtiles  *self,
              const char  *path,
              GError     **error)
{
  GError *cause = NULL;

  self->db = psg_db_open_foreign (path, PSG_TILE_MAX_BYTES, &cause);
  if (self->db == NULL)
    return fail (cause, NULL, error);

  psg_db_set_time_limit (self->db, OPEN_TIME);
  if (!psg_mbtiles_metadata_read (self->db, &self->info, &cause))
    return fail (cause, "metadata", error);
  if (!look_at_tiles (self, error))
    return FALSE;

  psg_db_set_time_limit (self->db, TILE_TIME);

  return TRUE;
}

static void
read_tile (GTask       *task,
           PsgMbtiles  *self,
           const Tile  *tile)
{
  GError *error = NULL;
  g_autoptr (PsgDbStatement) statement =
      psg_db_statement_new (self->db, "SELECT tile_data FROM tiles "
                                      "WHERE zoom_level = ?1 AND tile_column = ?2 AND tile_row = ?3 LIMIT 1", &error);
  PsgDbStep step = PSG_DB_ERROR;
  gconstpointer data = NULL;
  gsize size = 0;

  if (statement != NULL)
    {
      psg_db_statement_bind_int (statement, 1, tile->zoom);
      psg_db_statement_bind_int (statement, 2, tile->column);
      psg_db_statement_bind_int (statement, 3, tile->row);
      step = psg_db_statement_step (statement, &error);
    }
  if (step == PSG_DB_ROW)
    data = psg_db_statement_get_blob (statement, 0, &size);

  if (data != NULL)
    g_task_return_pointer (task, g_bytes_new (data, size), (GDestroyNotify) g_bytes_unref);
  else if (error == NULL)
    g_task_return_new_error (task, PSG_TILE_ERROR, PSG_TILE_ERROR_NOT_FOUND, _("there is no such tile"));
  else
    {
      GError *told = NULL;

      fail (error, NULL, &told);
      g_task_return_error (task, told);
    }
}

/* In the file's own thread. */
static void
work (gpointer data,
      gpointer user_data)
{
  g_autoptr (GTask) task = data;
  PsgMbtiles *self = g_task_get_source_object (task);

  /* A long drag leaves many requests behind that nobody waits for. */
  if (!g_task_return_error_if_cancelled (task))
    read_tile (task, self, g_task_get_task_data (task));
}

static const PsgTileInfo *
psg_mbtiles_get_info (PsgTileSource *source)
{
  return &PSG_MBTILES (source)->info;
}

static void
psg_mbtiles_load_async (PsgTileSource       *source,
                        guint                zoom,
                        guint                x,
                        guint                y,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  PsgMbtiles *self = PSG_MBTILES (source);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Tile *tile = g_new (Tile, 1);

  g_task_set_source_tag (task, psg_mbtiles_load_async);
  *tile = (Tile) { zoom, x, (1u << zoom) - 1 - y };
  g_task_set_task_data (task, tile, g_free);
  g_thread_pool_push (self->thread, task, NULL);
}

static GBytes *
psg_mbtiles_load_finish (PsgTileSource  *source,
                         GAsyncResult   *result,
                         GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
psg_mbtiles_iface_init (PsgTileSourceInterface *iface)
{
  iface->get_info = psg_mbtiles_get_info;
  iface->load_async = psg_mbtiles_load_async;
  iface->load_finish = psg_mbtiles_load_finish;
}

/* Nothing is being read: each tile that is asked for holds a reference. The last of them
 * may be let go of in the thread itself, so there is no waiting for that. */
static void
psg_mbtiles_finalize (GObject *object)
{
  PsgMbtiles *self = PSG_MBTILES (object);

  g_thread_pool_free (self->thread, FALSE, FALSE);
  g_clear_pointer (&self->db, psg_db_free);
  psg_tile_info_clear (&self->info);

  G_OBJECT_CLASS (psg_mbtiles_parent_class)->finalize (object);
}

static void
psg_mbtiles_class_init (PsgMbtilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = psg_mbtiles_finalize;
}

static void
psg_mbtiles_init (PsgMbtiles *self)
{
  psg_tile_info_init (&self->info);
  self->thread = g_thread_pool_new (work, NULL, 1, FALSE, NULL);
}

/* Two that are open at once must not be taken for each other, nor a file for the one that was
 * in its place before. */
static char *
make_id (void)
{
  static int count;

  return g_strdup_printf ("passages-file-%d", g_atomic_int_add (&count, 1));
}

/**
 * psg_mbtiles_open:
 * @path: a file
 * @error: return location; says what is wrong with it
 *
 * Returns: (transfer full) (nullable): the map
 */
PsgMbtiles *
psg_mbtiles_open (const char  *path,
                  GError     **error)
{
  g_autoptr (PsgMbtiles) self = g_object_new (PSG_TYPE_MBTILES, NULL);

  g_return_val_if_fail (path != NULL, NULL);

  if (!check_is_file (path, error) || !look_at_file (self, path, error))
    return NULL;

  self->info.id = make_id ();
  if (self->info.name == NULL)
    self->info.name = g_filename_display_basename (path);

  return g_steal_pointer (&self);
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      path,
                GCancellable *cancellable)
{
  GError *error = NULL;
  PsgMbtiles *self = psg_mbtiles_open (path, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * psg_mbtiles_open_async:
 * @path: a file
 * @cancellable: (nullable): when nobody waits for it any more
 * @callback: called when it is open or cannot be opened
 * @user_data: for @callback
 */
void
psg_mbtiles_open_async (const char         *path,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (path != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, psg_mbtiles_open_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * psg_mbtiles_open_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the map
 */
PsgMbtiles *
psg_mbtiles_open_finish (GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
