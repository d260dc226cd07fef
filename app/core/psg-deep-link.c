/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-deep-link.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "psg-id.h"
#include "psg-numbers.h"
#include "psg-session-private.h"

/*
 * Links from outside into a collection: reading, writing, opening. Anybody may have made one, so
 * reading is strict and bounded, and nothing is shown of a link that is not right as a whole.
 * Where the map is to look is for whoever has the map.
 */

#define MAX_VERSION 64

/* Web Mercator ends there, and so do zoom levels anybody has tiles for. */
#define MAX_LATITUDE 85.06
#define MAX_LONGITUDE 180
#define MAX_ZOOM 24
/* About ten metres: less than a pixel of the map at its closest. */
#define MAP_DECIMALS 4

G_DEFINE_QUARK (psg-deep-link-error-quark, psg_deep_link_error)

static const struct
{
  const char *word;
  PsgKind kind;
} kinds[] = {
  { "event", PSG_KIND_EVENT },
  { "crossing", PSG_KIND_CROSSING },
  { "document", PSG_KIND_DOCUMENT },
  { "passage", PSG_KIND_PASSAGE },
  { "claim", PSG_KIND_CLAIM },
  { "source", PSG_KIND_SOURCE },
};

static gboolean
fail (GError    **error,
      const char *message)
{
  g_set_error_literal (error, PSG_DEEP_LINK_ERROR, PSG_DEEP_LINK_ERROR_SYNTAX, message);

  return FALSE;
}

static gboolean
fail_at (GError    **error,
         const char *format,
         ...) G_GNUC_PRINTF (2, 3);

/* A part is named as it was written: it may hold anything once decoded. */
static gboolean
fail_at (GError    **error,
         const char *format,
         ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  return fail (error, message);
}

/* RFC 3986, 2: the characters a URI is written with; whether `%` is followed by two hexadecimal
 * digits is found out when a part is decoded. */
static gboolean
is_uri (const char *text)
{
  static const char *const marks = "-._~:/?#[]@!$&'()*+,;=%";

  for (; *text != '\0'; text++)
    if (!g_ascii_isalnum (*text) && strchr (marks, *text) == NULL)
      return FALSE;

  return TRUE;
}

static char *
decode (const char *part,
        GError    **error)
{
  char *decoded = g_uri_unescape_string (part, NULL);

  if (decoded == NULL)
    fail (error, _("The link has a “%” that no two hexadecimal digits follow"));
  else if (!g_utf8_validate (decoded, -1, NULL))
    {
      g_clear_pointer (&decoded, g_free);
      fail (error, _("The link is not valid UTF-8"));
    }

  return decoded;
}

static gboolean
take_id (const char *part,
         char      **id,
         GError    **error)
{
  g_autofree char *decoded = decode (part, error);

  if (decoded == NULL)
    return FALSE;
  if (!psg_id_is_valid (decoded) && !(psg_own_event_is_id (decoded) && psg_id_is_valid (decoded + strlen ("own."))))
    return fail_at (error, _("“%s” in the link is not an id"), part);

  *id = g_steal_pointer (&decoded);

  return TRUE;
}

static gboolean
is_version (const char *version)
{
  gsize length = strspn (version, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-+");

  return length > 0 && length <= MAX_VERSION && version[length] == '\0';
}

/* Fields: how each is read. @value is decoded. */

static gboolean
take_version (PsgDeepLink *self,
              const char  *value)
{
  if (self->version != NULL || !is_version (value))
    return FALSE;
  self->version = g_strdup (value);

  return TRUE;
}

static gboolean
take_playhead (PsgDeepLink *self,
               const char  *value)
{
  PsgDay day = psg_day_parse_iso (value);

  if (self->playhead != PSG_DAY_NONE || !psg_day_is_valid (day))
    return FALSE;
  self->playhead = day;

  return TRUE;
}

static gboolean
take_span (PsgDeepLink *self,
           const char  *value)
{
  g_autoptr (PsgEdtf) date = psg_edtf_parse (value, NULL);

  if (self->has_span || date == NULL)
    return FALSE;
  self->has_span = psg_time_span_from_edtf (date, &self->span, NULL);

  return self->has_span;
}

static gboolean
take_map (PsgDeepLink *self,
          const char  *value)
{
  double numbers[3];

  if (self->has_map || !psg_numbers_parse (value, numbers, G_N_ELEMENTS (numbers)))
    return FALSE;
  self->map = (PsgViewpoint) { numbers[0], numbers[1], numbers[2] };
  self->has_map = ABS (self->map.latitude) <= MAX_LATITUDE && ABS (self->map.longitude) <= MAX_LONGITUDE &&
                  self->map.zoom >= 0 && self->map.zoom <= MAX_ZOOM;

  return self->has_map;
}

static gboolean
take_chosen (char      **chosen,
             const char *value)
{
  if (*chosen != NULL || !psg_id_is_valid (value))
    return FALSE;
  *chosen = g_strdup (value);

  return TRUE;
}

static gboolean
take_event (PsgDeepLink *self,
            const char  *value)
{
  return take_chosen (&self->event, value);
}

static gboolean
take_crossing (PsgDeepLink *self,
               const char  *value)
{
  return take_chosen (&self->crossing, value);
}

/* A page has the same words for it. */
static gboolean
take_words (PsgDeepLink *self,
            const char  *value)
{
  g_autofree char *position = g_strconcat ("char=", value, NULL);

  return self->kind == PSG_KIND_DOCUMENT && self->end == 0 &&
         psg_page_read_position (position, &self->start, &self->end);
}

typedef struct
{
  const char *name;
  gboolean (*take) (PsgDeepLink *self, const char *value);
} Field;

static const Field query_fields[] = { { "v", take_version }, { NULL } };

static const Field state_fields[] = {
  { "t", take_playhead },
  { "span", take_span },
  { "map", take_map },
  { "event", take_event },
  { "crossing", take_crossing },
  { "char", take_words },
  { NULL },
};

static gboolean
take_field (PsgDeepLink *self,
            const Field *fields,
            const char  *part,
            GError     **error)
{
  const char *equals = strchr (part, '=');
  g_autofree char *value = NULL;

  if (equals == NULL)
    return fail_at (error, _("“%s” in the link has no value"), part);

  value = decode (equals + 1, error);
  if (value == NULL)
    return FALSE;

  for (; fields->name != NULL; fields++)
    if (strlen (fields->name) == (gsize) (equals - part) && g_str_has_prefix (part, fields->name))
      return fields->take (self, value) ||
             fail_at (error, _("“%s” in the link says nothing, or says it twice"), part);

  return fail_at (error, _("“%s” in the link means nothing here"), part);
}

static gboolean
take_fields (PsgDeepLink *self,
             const Field *fields,
             const char  *text,
             GError     **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "&", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (!take_field (self, fields, parts[i], error))
      return FALSE;

  return parts[0] != NULL || fail (error, _("The link has nothing after “?” or “#”"));
}

static gboolean
take_kind (PsgDeepLink *self,
           const char  *part,
           GError     **error)
{
  g_autofree char *decoded = decode (part, error);

  if (decoded == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].word, decoded))
      self->kind = kinds[i].kind;

  return self->kind != PSG_KIND_NONE || fail_at (error, _("The link leads to “%s”, which is nothing here"), part);
}

static gboolean
take_path (PsgDeepLink *self,
           const char  *path,
           GError     **error)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  guint n = g_strv_length (parts);

  if (n != 1 && n != 3)
    return fail (error, _("A link reads passages:COLLECTION/KIND/ID"));
  if (!take_id (parts[0], &self->collection, error))
    return FALSE;

  return n == 1 || (take_kind (self, parts[1], error) && take_id (parts[2], &self->id, error));
}

/* Cuts @text at the first @mark. Returns: what follows it, or %NULL. */
static char *
cut (char *text,
     char  mark)
{
  char *at = strchr (text, mark);

  if (at != NULL)
    *at++ = '\0';

  return at;
}

static gboolean
take_text (PsgDeepLink *self,
           const char  *text,
           GError     **error)
{
  g_autofree char *path = g_strdup (text + strlen (PSG_DEEP_LINK_SCHEME ":"));
  char *state = cut (path, '#');
  char *query = cut (path, '?');

  return take_path (self, path, error) &&
         (query == NULL || take_fields (self, query_fields, query, error)) &&
         (state == NULL || take_fields (self, state_fields, state, error));
}

static const char *
get_kind_word (PsgKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return kinds[i].word;

  return NULL;
}

/* "#" before the first field of the state, "&" before the others. */
static void
append_field (GString    *text,
              const char *name,
              const char *value,
              gboolean   *first)
{
  g_string_append_printf (text, "%c%s=", *first ? '#' : '&', name);
  g_string_append_uri_escaped (text, value, "/,", FALSE);
  *first = FALSE;
}

static void
append_state (GString           *text,
              const PsgDeepLink *self)
{
  gboolean first = TRUE;

  if (self->event != NULL)
    append_field (text, "event", self->event, &first);
  if (self->crossing != NULL)
    append_field (text, "crossing", self->crossing, &first);
  if (self->playhead != PSG_DAY_NONE)
    {
      g_autofree char *day = psg_day_format_iso (self->playhead);

      append_field (text, "t", day, &first);
    }
  if (self->has_span)
    {
      g_autofree char *span = psg_time_span_to_edtf (&self->span);

      append_field (text, "span", span, &first);
    }
  if (self->has_map)
    {
      const double numbers[] = { self->map.latitude, self->map.longitude, self->map.zoom };
      g_autofree char *map = psg_numbers_to_string (numbers, G_N_ELEMENTS (numbers), MAP_DECIMALS);

      append_field (text, "map", map, &first);
    }
  if (self->end > 0)
    {
      g_autofree char *words = g_strdup_printf ("%u,%u", self->start, self->end);

      append_field (text, "char", words, &first);
    }
}

/**
 * psg_deep_link_new:
 * @session: a session with a collection
 * @kind: what to link to
 * @id: (nullable): which; %NULL for %PSG_KIND_NONE
 * @map: (nullable): where the map looks
 *
 * Returns: (transfer full): a link to @id, and to what is chosen and shown now
 */
PsgDeepLink *
psg_deep_link_new (PsgSession         *session,
                   PsgKind             kind,
                   const char         *id,
                   const PsgViewpoint *map)
{
  const PsgCollectionInfo *info;
  PsgDeepLink *self;

  g_return_val_if_fail (PSG_IS_SESSION (session), NULL);
  g_return_val_if_fail (session->collection != NULL, NULL);
  g_return_val_if_fail ((kind == PSG_KIND_NONE) == (id == NULL), NULL);

  info = psg_collection_get_info (session->collection);
  self = g_new0 (PsgDeepLink, 1);
  self->collection = g_strdup (info->id);
  if (info->version != NULL && is_version (info->version))
    self->version = g_strdup (info->version);
  self->kind = kind;
  self->id = g_strdup (id);
  if (kind != PSG_KIND_EVENT || g_strcmp0 (id, psg_session_get_event_id (session)) != 0)
    self->event = g_strdup (psg_session_get_event_id (session));
  if (kind != PSG_KIND_CROSSING || g_strcmp0 (id, session->view.crossing) != 0)
    self->crossing = g_strdup (session->view.crossing);
  self->playhead = session->playhead;
  self->has_span = TRUE;
  self->span = session->span;
  self->has_map = map != NULL;
  if (map != NULL)
    self->map = *map;
  if (kind == PSG_KIND_DOCUMENT && g_strcmp0 (id, session->view.page.id) == 0)
    psg_page_read_position (session->view.page.passage, &self->start, &self->end);

  return self;
}

/**
 * psg_deep_link_is_one:
 * @text: any text
 *
 * Returns: whether its scheme is ours; psg_deep_link_parse() tells the rest
 */
gboolean
psg_deep_link_is_one (const char *text)
{
  return g_ascii_strncasecmp (text, PSG_DEEP_LINK_SCHEME ":", strlen (PSG_DEEP_LINK_SCHEME ":")) == 0;
}

/**
 * psg_deep_link_parse:
 * @text: a link
 * @error: return location, in %PSG_DEEP_LINK_ERROR
 *
 * Returns: (transfer full) (nullable): what it says
 */
PsgDeepLink *
psg_deep_link_parse (const char *text,
                     GError    **error)
{
  g_autoptr (PsgDeepLink) self = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (strnlen (text, PSG_DEEP_LINK_MAX + 1) > PSG_DEEP_LINK_MAX)
    {
      g_set_error (error, PSG_DEEP_LINK_ERROR, PSG_DEEP_LINK_ERROR_LENGTH,
                   _("The link is longer than %d characters"), PSG_DEEP_LINK_MAX);
      return NULL;
    }

  if (!psg_deep_link_is_one (text) || !is_uri (text))
    {
      fail (error, _("This is no link into a collection"));
      return NULL;
    }

  self = g_new0 (PsgDeepLink, 1);
  self->playhead = PSG_DAY_NONE;

  return take_text (self, text, error) ? g_steal_pointer (&self) : NULL;
}

void
psg_deep_link_free (PsgDeepLink *self)
{
  g_free (self->collection);
  g_free (self->version);
  g_free (self->id);
  g_free (self->event);
  g_free (self->crossing);
  g_free (self);
}

/**
 * psg_deep_link_to_string:
 * @self: a link
 *
 * Returns: (transfer full): it, as psg_deep_link_parse() reads it
 */
char *
psg_deep_link_to_string (const PsgDeepLink *self)
{
  GString *text = g_string_new (PSG_DEEP_LINK_SCHEME ":");

  g_string_append_uri_escaped (text, self->collection, NULL, FALSE);
  if (self->kind != PSG_KIND_NONE)
    {
      g_string_append_printf (text, "/%s/", get_kind_word (self->kind));
      g_string_append_uri_escaped (text, self->id, NULL, FALSE);
    }
  if (self->version != NULL)
    {
      g_string_append (text, "?v=");
      g_string_append_uri_escaped (text, self->version, NULL, FALSE);
    }
  append_state (text, self);

  return g_string_free (text, FALSE);
}

/* What @id names becomes a page. Returns: whether there is such a thing. */
static gboolean
find_page (const PsgDeepLink *self,
           PsgCollection     *collection,
           PsgPage           *page,
           GError           **error)
{
  g_autoptr (PsgPassage) passage = NULL;
  g_autoptr (PsgClaim) claim = NULL;
  g_autoptr (PsgSource) source = NULL;

  *page = (PsgPage) { self->kind, g_strdup (self->id), NULL };
  switch (self->kind)
    {
    case PSG_KIND_EVENT:
      return psg_event_table_find (psg_collection_get_events (collection), self->id) != PSG_ROW_NONE;
    case PSG_KIND_CROSSING:
      return psg_collection_find_crossing (collection, self->id) != NULL;
    case PSG_KIND_DOCUMENT:
      if (self->end > 0)
        page->passage = psg_page_write_position (self->start, self->end);
      return psg_collection_find_document (collection, self->id) != NULL;
    case PSG_KIND_CLAIM:
      return (claim = psg_collection_load_claim (collection, self->id, error)) != NULL;
    case PSG_KIND_SOURCE:
      return (source = psg_collection_load_source (collection, self->id, error)) != NULL;
    case PSG_KIND_PASSAGE:
      passage = psg_collection_load_passage (collection, self->id, error);
      if (passage == NULL)
        return FALSE;
      page->kind = PSG_KIND_DOCUMENT;
      page->passage = page->id;
      page->id = g_strdup (passage->document);
      return TRUE;
    case PSG_KIND_NONE:
    case PSG_KIND_PLACE:
    case PSG_KIND_OWN:
    default:
      return TRUE;
    }
}

/* Of what is chosen besides, that which another version does not have is left out. */
static void
show_exactly (const PsgDeepLink *self,
              PsgSession        *session,
              const PsgPage     *page)
{
  PsgCollection *collection = session->collection;
  const char *event = page->kind == PSG_KIND_EVENT ? page->id : self->event;
  const char *crossing = page->kind == PSG_KIND_CROSSING ? page->id : self->crossing;
  PsgView view = { .event = PSG_ROW_NONE, .page = *page };

  if (event != NULL)
    view.event = psg_event_table_find (psg_collection_get_events (collection), event);
  if (crossing != NULL && psg_collection_find_crossing (collection, crossing) != NULL)
    view.crossing = (char *) crossing;

  g_object_freeze_notify (G_OBJECT (session));
  if (self->has_span)
    psg_session_jump_to_span (session, &self->span);
  psg_session_visit (session, &view);
  if (self->playhead != PSG_DAY_NONE)
    psg_session_set_playhead (session, self->playhead);
  g_object_thaw_notify (G_OBJECT (session));
}

/* Whether it says more than where it leads. */
static gboolean
has_state (const PsgDeepLink *self)
{
  return self->has_span || self->playhead != PSG_DAY_NONE || self->event != NULL || self->crossing != NULL;
}

static gboolean
show (const PsgDeepLink *self,
      PsgSession        *session,
      const PsgPage     *page,
      GError           **error)
{
  g_autofree char *link = NULL;

  if (has_state (self))
    {
      show_exactly (self, session, page);
      return TRUE;
    }

  link = psg_page_to_link (page);

  return psg_session_follow (session, link, error);
}

/**
 * psg_deep_link_open:
 * @self: a link
 * @session: a session with a collection
 * @error: return location
 *
 * Shows what the link leads to; its @map is left to the caller. Another version of the collection
 * is no mistake as long as it has what the link leads to.
 *
 * Returns: whether it leads into the session's collection, to something that is there; if not,
 *   nothing has changed
 */
gboolean
psg_deep_link_open (const PsgDeepLink *self,
                    PsgSession        *session,
                    GError           **error)
{
  g_autoptr (GError) reason = NULL;
  PsgPage page = { 0 };
  gboolean shown = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (PSG_IS_SESSION (session) && session->collection != NULL, FALSE);

  if (!g_str_equal (self->collection, psg_collection_get_info (session->collection)->id))
    {
      g_set_error (error, PSG_DEEP_LINK_ERROR, PSG_DEEP_LINK_ERROR_COLLECTION,
                   _("The link leads into the collection “%s”, which is not open"), self->collection);
      return FALSE;
    }

  if (find_page (self, session->collection, &page, &reason))
    shown = show (self, session, &page, error);
  else if (self->kind == PSG_KIND_EVENT && psg_session_await_own (session, self->id, has_state (self)))
    {
      PsgPage nothing = { PSG_KIND_NONE };

      /* All but the event, which is not known yet. */
      if (has_state (self))
        show_exactly (self, session, &nothing);
      shown = TRUE;
    }
  else if (reason == NULL || g_error_matches (reason, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND))
    g_set_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND,
                 _("There is no %s “%s” in this collection"), get_kind_word (self->kind), self->id);
  else
    g_propagate_error (error, g_steal_pointer (&reason));

  g_free (page.id);
  g_free (page.passage);

  return shown;
}
