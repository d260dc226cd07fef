/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-online-tiles.h"

#include <libsoup/soup.h>
#include <shumate/shumate.h>

/*
 * The tiles of a server: the only part of the app that uses the network. It keeps to what
 * openstreetmap.org asks of those who use its tiles: it says who it is (libshumate's own
 * downloader only says that it is libshumate), opens two connections, asks for nothing
 * that is not looked at, and for nothing a second time within a week. Nothing is kept
 * that is no image, so that the page of a hotel's network does not stay on the map.
 */

#define MAX_CONNECTIONS 2
#define TIMEOUT_SECONDS 30
#define MAX_ZOOM 19
/* A tile of 256 pixels has some 20 KiB; nobody's needs this many bytes. */
#define MAX_BYTES (1024 * 1024)
#define CACHE_BYTES (100 * 1000 * 1000)
#define FRESH_DAYS 7

struct _PsgOnlineTiles
{
  GObject           parent_instance;

  char             *url_template;
  SoupSession      *session;
  ShumateFileCache *cache;
  PsgTileInfo       info;
};

/* One tile that was asked for. */
typedef struct
{
  guint        zoom;
  guint        x;
  guint        y;
  SoupMessage *message;
  GBytes      *kept;     /* (nullable): from an earlier day */
  char        *etag;     /* (nullable) */
  guint8      *buffer;   /* (nullable): what is coming in */
} Request;

static void psg_online_tiles_iface_init (PsgTileSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PsgOnlineTiles, psg_online_tiles, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PSG_TYPE_TILE_SOURCE, psg_online_tiles_iface_init))

static void
request_free (Request *request)
{
  g_clear_object (&request->message);
  g_clear_pointer (&request->kept, g_bytes_unref);
  g_free (request->etag);
  g_free (request->buffer);
  g_free (request);
}

static void
replace (GString    *text,
         const char *placeholder,
         guint       number)
{
  char digits[16];

  g_snprintf (digits, sizeof digits, "%u", number);
  g_string_replace (text, placeholder, digits, 1);
}

static char *
make_url (PsgOnlineTiles *self,
          const Request  *request)
{
  GString *url = g_string_new (self->url_template);

  replace (url, "{z}", request->zoom);
  replace (url, "{x}", request->x);
  replace (url, "{y}", request->y);

  return g_string_free (url, FALSE);
}

static gboolean
is_fresh (GDateTime *modified)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_difference (now, modified) < FRESH_DAYS * G_TIME_SPAN_DAY;
}

/* An old tile is better than none. @error: (transfer full): why there is no new one */
static void
make_do (GTask  *task,
         GError *error)
{
  Request *request = g_task_get_task_data (task);

  if (request->kept == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, error);
      return;
    }

  g_error_free (error);
  g_task_return_pointer (task, g_steal_pointer (&request->kept), (GDestroyNotify) g_bytes_unref);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  PsgOnlineTiles *self = g_task_get_source_object (task);
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;
  gsize size;
  GBytes *bytes;

  if (!g_input_stream_read_all_finish (G_INPUT_STREAM (object), result, &size, &error)
      || !psg_tile_image_check (request->buffer, size, &error))
    {
      make_do (task, error);
      return;
    }
  if (size == MAX_BYTES)
    {
      make_do (task, g_error_new_literal (PSG_TILE_ERROR, PSG_TILE_ERROR_TOO_LARGE, "a tile has too many bytes"));
      return;
    }

  bytes = g_bytes_new (request->buffer, size);
  shumate_file_cache_store_tile_async (self->cache, request->x, request->y, request->zoom, bytes,
                                       soup_message_headers_get_one (
                                         soup_message_get_response_headers (request->message), "ETag"),
                                       NULL, NULL, NULL);
  g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
}

static void
sent_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  PsgOnlineTiles *self = g_task_get_source_object (task);
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GInputStream) stream = soup_session_send_finish (SOUP_SESSION (object), result, &error);
  SoupStatus status = soup_message_get_status (request->message);

  if (stream == NULL)
    {
      make_do (task, error);
      return;
    }
  if (status != SOUP_STATUS_OK)
    {
      if (status == SOUP_STATUS_NOT_MODIFIED)
        shumate_file_cache_mark_up_to_date (self->cache, request->x, request->y, request->zoom);
      make_do (task, g_error_new (PSG_TILE_ERROR, PSG_TILE_ERROR_NOT_FOUND, "the server says %d", status));
      return;
    }

  request->buffer = g_malloc (MAX_BYTES);
  g_input_stream_read_all_async (stream, request->buffer, MAX_BYTES, G_PRIORITY_DEFAULT,
                                 g_task_get_cancellable (task), read_cb, g_object_ref (task));
}

static void
ask_server (GTask *task)
{
  PsgOnlineTiles *self = g_task_get_source_object (task);
  Request *request = g_task_get_task_data (task);
  g_autofree char *url = make_url (self, request);

  request->message = soup_message_new (SOUP_METHOD_GET, url);
  if (request->message == NULL)
    {
      make_do (task, g_error_new (PSG_TILE_ERROR, PSG_TILE_ERROR_IO, "no address: %s", url));
      return;
    }

  /* Whoever was chosen is asked, and nobody else. */
  soup_message_add_flags (request->message, SOUP_MESSAGE_NO_REDIRECT);
  if (request->kept != NULL && request->etag != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (request->message),
                                  "If-None-Match", request->etag);
  soup_session_send_async (self->session, request->message, G_PRIORITY_DEFAULT,
                           g_task_get_cancellable (task), sent_cb, g_object_ref (task));
}

static void
looked_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GDateTime) modified = NULL;

  request->kept = shumate_file_cache_get_tile_finish (SHUMATE_FILE_CACHE (object), &request->etag, &modified,
                                                      result, NULL);
  if (g_task_return_error_if_cancelled (task))
    return;

  if (request->kept != NULL && modified != NULL && is_fresh (modified))
    g_task_return_pointer (task, g_steal_pointer (&request->kept), (GDestroyNotify) g_bytes_unref);
  else
    ask_server (task);
}

static const PsgTileInfo *
psg_online_tiles_get_info (PsgTileSource *source)
{
  return &PSG_ONLINE_TILES (source)->info;
}

static void
psg_online_tiles_load_async (PsgTileSource       *source,
                             guint                zoom,
                             guint                x,
                             guint                y,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  PsgOnlineTiles *self = PSG_ONLINE_TILES (source);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  g_task_set_source_tag (task, psg_online_tiles_load_async);
  request->zoom = zoom;
  request->x = x;
  request->y = y;
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  shumate_file_cache_get_tile_async (self->cache, x, y, zoom, cancellable, looked_up_cb, task);
}

static GBytes *
psg_online_tiles_load_finish (PsgTileSource  *source,
                              GAsyncResult   *result,
                              GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
psg_online_tiles_iface_init (PsgTileSourceInterface *iface)
{
  iface->get_info = psg_online_tiles_get_info;
  iface->load_async = psg_online_tiles_load_async;
  iface->load_finish = psg_online_tiles_load_finish;
}

static void
psg_online_tiles_dispose (GObject *object)
{
  PsgOnlineTiles *self = PSG_ONLINE_TILES (object);

  /* Connections that are kept open for the next tile. */
  if (self->session != NULL)
    soup_session_abort (self->session);
  g_clear_object (&self->session);
  g_clear_object (&self->cache);

  G_OBJECT_CLASS (psg_online_tiles_parent_class)->dispose (object);
}

static void
psg_online_tiles_finalize (GObject *object)
{
  PsgOnlineTiles *self = PSG_ONLINE_TILES (object);

  g_free (self->url_template);
  psg_tile_info_clear (&self->info);

  G_OBJECT_CLASS (psg_online_tiles_parent_class)->finalize (object);
}

static void
psg_online_tiles_class_init (PsgOnlineTilesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_online_tiles_dispose;
  object_class->finalize = psg_online_tiles_finalize;
}

static void
psg_online_tiles_init (PsgOnlineTiles *self)
{
  psg_tile_info_init (&self->info);
}

/* Once a run is enough, and at its start, when no tile is being written: libshumate warns of a cache
 * that is locked. */
static void
purge (PsgOnlineTiles *self)
{
  static gboolean purged;

  if (!purged)
    shumate_file_cache_purge_cache_async (self->cache, NULL, NULL, NULL);
  purged = TRUE;
}

/* A folder's name for a server's tiles. */
static char *
make_key (const char *url_template)
{
  char *key = g_strdup (url_template);

  return g_strcanon (key, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS, '_');
}

/**
 * psg_online_tiles_new:
 * @url_template: an address with `{z}`, `{x}` and `{y}` in it
 *
 * Nothing is asked for until a tile is.
 *
 * Returns: (transfer full): the tiles of openstreetmap.org, from there or from elsewhere
 */
PsgTileSource *
psg_online_tiles_new (const char *url_template)
{
  g_autofree char *key = NULL;
  g_autofree char *folder = NULL;
  PsgOnlineTiles *self;

  g_return_val_if_fail (url_template != NULL, NULL);

  key = make_key (url_template);
  folder = g_build_filename (g_get_user_cache_dir (), "passages", "map", NULL);
  self = g_object_new (PSG_TYPE_ONLINE_TILES, NULL);
  self->url_template = g_strdup (url_template);
  self->cache = shumate_file_cache_new_full (CACHE_BYTES, key, folder);
  purge (self);
  self->session = soup_session_new_with_options ("user-agent", PSG_APP_ID "/" PSG_VERSION,
                                                 "max-conns", MAX_CONNECTIONS,
                                                 "max-conns-per-host", MAX_CONNECTIONS,
                                                 "timeout", TIMEOUT_SECONDS,
                                                 NULL);
  self->info.id = g_strconcat ("passages-online-", key, NULL);
  self->info.name = g_strdup ("OpenStreetMap");
  self->info.attribution = g_strdup ("© OpenStreetMap contributors");
  self->info.max_zoom = MAX_ZOOM;

  return PSG_TILE_SOURCE (self);
}
