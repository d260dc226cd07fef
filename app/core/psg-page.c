/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-page.h"

#include <string.h>

/* What the document pane shows, as a value and as a link. Whether there is such
 * a thing in the collection is for the session to find out. */

static const struct
{
  PsgKind kind;
  const char *scheme;
} schemes[] = {
  { PSG_KIND_NONE, "collection:" },
  { PSG_KIND_EVENT, "event:" },
  { PSG_KIND_CROSSING, "crossing:" },
  { PSG_KIND_DOCUMENT, "document:" },
  { PSG_KIND_CLAIM, "claim:" },
  { PSG_KIND_SOURCE, "source:" },
  { PSG_KIND_NOTE, "note:" },
  { PSG_KIND_OWN, "own:" },
};

G_DEFINE_BOXED_TYPE (PsgPage, psg_page, psg_page_copy, psg_page_free)

/**
 * psg_page_copy_into:
 * @self: a page
 * @other: (out caller-allocates): what is overwritten, without freeing it
 */
void
psg_page_copy_into (const PsgPage *self,
                    PsgPage       *other)
{
  other->kind = self->kind;
  other->id = g_strdup (self->id);
  other->passage = g_strdup (self->passage);
}

PsgPage *
psg_page_copy (const PsgPage *self)
{
  PsgPage *copy = g_new0 (PsgPage, 1);

  psg_page_copy_into (self, copy);

  return copy;
}

void
psg_page_free (PsgPage *self)
{
  g_free (self->id);
  g_free (self->passage);
  g_free (self);
}

gboolean
psg_page_equal (const PsgPage *a,
                const PsgPage *b)
{
  return a->kind == b->kind && g_strcmp0 (a->id, b->id) == 0 &&
         g_strcmp0 (a->passage, b->passage) == 0;
}

/**
 * psg_page_to_link:
 * @self: a page
 *
 * Returns: (transfer full): a link that leads to it
 */
char *
psg_page_to_link (const PsgPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (schemes[i].kind == self->kind)
      return g_strconcat (schemes[i].scheme,
                          self->id != NULL ? self->id : "",
                          self->passage != NULL ? "#" : NULL,
                          self->passage, NULL);

  return g_strdup ("collection:");
}

/* Where the id ends. What an event or crossing may have in the place of a passage is known. */
static const char *
find_hash (PsgKind     kind,
           const char *target)
{
  const char *hash = strchr (target, '#');
  const char *parties;

  if (hash == NULL || kind == PSG_KIND_DOCUMENT || kind == PSG_KIND_OWN)
    return hash;

  return (kind == PSG_KIND_EVENT || kind == PSG_KIND_CROSSING) && psg_page_read_accounts (hash + 1, &parties) ? hash
                                                                                                            : NULL;
}

/* Only the collection's own page has no id, and only a document has passages. */
static PsgPage *
new_page (PsgKind     kind,
          const char *target)
{
  const char *hash = find_hash (kind, target);
  PsgPage *self;

  if ((kind == PSG_KIND_NONE) != (*target == '\0') || hash == target)
    return NULL;

  self = g_new0 (PsgPage, 1);
  self->kind = kind;
  if (kind == PSG_KIND_NONE)
    return self;

  self->id = hash != NULL ? g_strndup (target, hash - target) : g_strdup (target);
  if (hash != NULL && hash[1] != '\0')
    self->passage = g_strdup (hash + 1);

  return self;
}

/**
 * psg_page_from_link:
 * @link: a link inside the collection
 *
 * Returns: (nullable) (transfer full): where it leads; %NULL if it is none of
 *   the forms described at #PsgPage
 */
PsgPage *
psg_page_from_link (const char *link)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_has_prefix (link, schemes[i].scheme))
      return new_page (schemes[i].kind, link + strlen (schemes[i].scheme));

  return NULL;
}

/**
 * psg_page_write_position:
 * @start: where a stretch of a document's plain text begins, in code points from 0
 * @end: where it ends, exclusive
 *
 * Returns: (transfer full): what stands in a page in the place of a passage
 */
char *
psg_page_write_position (guint start,
                         guint end)
{
  return g_strdup_printf ("char=%u,%u", start, end);
}

/**
 * psg_page_read_position:
 * @passage: (nullable): the passage of a page
 * @start: (out): as for psg_page_write_position()
 * @end: (out): greater than @start
 *
 * Returns: whether it is a position, and not a passage's id
 */
gboolean
psg_page_read_position (const char *passage,
                        guint      *start,
                        guint      *end)
{
  g_auto (GStrv) parts = NULL;
  guint64 first, last;

  if (passage == NULL || !g_str_has_prefix (passage, "char="))
    return FALSE;

  parts = g_strsplit (passage + strlen ("char="), ",", 3);
  if (g_strv_length (parts) != 2
      || !g_ascii_string_to_unsigned (parts[0], 10, 0, G_MAXINT, &first, NULL)
      || !g_ascii_string_to_unsigned (parts[1], 10, first + 1, G_MAXINT, &last, NULL))
    return FALSE;

  *start = (guint) first;
  *end = (guint) last;

  return TRUE;
}

/**
 * psg_page_write_place:
 * @page: a page, from 1; 0 where there are none
 * @start: as for psg_page_write_position(), within the page
 * @end: likewise; equal to @start to say no more than the page
 *
 * Returns: (transfer full) (nullable): what stands in a #PsgPage in the place of a passage; %NULL if nothing is said
 */
char *
psg_page_write_place (guint page,
                      guint start,
                      guint end)
{
  if (start >= end)
    return page > 0 ? g_strdup_printf ("page=%u", page) : NULL;
  if (page == 0)
    return psg_page_write_position (start, end);

  return g_strdup_printf ("page=%u&char=%u,%u", page, start, end);
}

/**
 * psg_page_read_place:
 * @passage: (nullable): the passage of a page
 * @page: (out): the page, or 0
 * @start: (out): as for psg_page_read_position(); equal to @end if there is only a page
 * @end: (out): likewise
 *
 * Returns: whether it is a place, and not a passage's id
 */
gboolean
psg_page_read_place (const char *passage,
                     guint      *page,
                     guint      *start,
                     guint      *end)
{
  g_auto (GStrv) parts = NULL;
  guint64 number;

  *page = *start = *end = 0;
  if (passage == NULL || !g_str_has_prefix (passage, "page="))
    return psg_page_read_position (passage, start, end);

  parts = g_strsplit (passage + strlen ("page="), "&", 3);
  if (parts[0] == NULL || !g_ascii_string_to_unsigned (parts[0], 10, 1, G_MAXINT, &number, NULL))
    return FALSE;
  if (parts[1] != NULL && (parts[2] != NULL || !psg_page_read_position (parts[1], start, end)))
    return FALSE;

  *page = (guint) number;

  return TRUE;
}

/**
 * psg_page_get_subject:
 * @self: a page
 * @id: (out) (nullable): the id of what is returned
 *
 * A passage is named by its id, from which its document follows. Words without an id are the document's.
 *
 * Returns: what a link to the page, or a citation of it, names
 */
PsgKind
psg_page_get_subject (const PsgPage *self,
                      const char   **id)
{
  guint start, end;
  gboolean is_passage = self->kind == PSG_KIND_DOCUMENT && self->passage != NULL
                        && !psg_page_read_position (self->passage, &start, &end);

  *id = is_passage ? self->passage : self->id;

  return is_passage ? PSG_KIND_PASSAGE : self->kind;
}

/**
 * psg_page_read_accounts:
 * @passage: (nullable): the passage of an event's or a crossing's page
 * @parties: (out) (nullable): ids of two parties, as psg_comparison_choose() takes them
 *
 * Returns: whether its accounts are to be compared
 */
gboolean
psg_page_read_accounts (const char  *passage,
                        const char **parties)
{
  *parties = NULL;
  if (passage == NULL || !g_str_has_prefix (passage, "accounts"))
    return FALSE;

  passage += strlen ("accounts");
  *parties = *passage == '=' ? passage + 1 : NULL;

  return *passage == '\0' || *passage == '=';
}
