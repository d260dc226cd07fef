/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-session.h"

G_BEGIN_DECLS

/* The longest a link may be, in bytes: as much as everything that opens links takes. */
#define PSG_DEEP_LINK_MAX 2000

#define PSG_DEEP_LINK_SCHEME "passages"

/* Why a link leads nowhere; the messages are sentences for the person. */
#define PSG_DEEP_LINK_ERROR (psg_deep_link_error_quark ())
GQuark psg_deep_link_error_quark (void);

typedef enum
{
  PSG_DEEP_LINK_ERROR_LENGTH,     /* longer than %PSG_DEEP_LINK_MAX */
  PSG_DEEP_LINK_ERROR_SYNTAX,     /* not what the grammar below says */
  PSG_DEEP_LINK_ERROR_COLLECTION, /* it leads into another collection */
} PsgDeepLinkError;

/**
 * PsgDeepLink:
 * @collection: the id of a collection
 * @version: (nullable): of the collection when the link was made
 * @kind: what it leads to; %PSG_KIND_NONE for the collection's own page
 * @id: (nullable): which
 * @event: (nullable): the chosen event's id, where that is not what it leads to
 * @crossing: (nullable): the same for the chosen crossing
 * @playhead: a day, or %PSG_DAY_NONE
 * @has_span: whether @span says anything
 * @span: the visible stretch of time, in whole days
 * @has_map: whether @map says anything
 * @map: where the map looks
 * @start: of a document: where the words that are shown begin in its plain text, in code points from 0
 * @end: where they end, exclusive; 0 where no words are named
 *
 * A link into a collection, to keep, print and send: what is shown, what is chosen, where
 * timeline and map are. As text it is a URI (RFC 3986) without authority:
 *
 * ```
 * link       = "passages:" collection [ "/" kind "/" id ] [ "?v=" version ] [ "#" state ]
 * kind       = "event" / "crossing" / "document" / "passage" / "claim" / "source"
 * collection = id
 * state      = field *( "&" field )        ; each at most once, in any order
 * field      = "t=" day                    ; playhead, YYYY-MM-DD
 *            / "span=" interval            ; EDTF with two ends, such as 2020/2024
 *            / "map=" latitude "," longitude "," zoom
 *            / "event=" id / "crossing=" id
 *            / "char=" number "," number    ; of a document (RFC 5147, 2.1.1)
 * id         = ( a-z / 0-9 ) 0*63( a-z / 0-9 / "-" )
 * version    = 1*64( ALPHA / DIGIT / "." / "-" / "+" )
 * ```
 *
 * Every part may be percent-encoded (RFC 3986, 2.1), and is when it is written; the decoded
 * part is held against the grammar. `passages` is the same in capitals (3.1). What the grammar
 * does not name is refused, so that no link does half of what it says. A link without state, or with
 * @map alone, leads where psg_session_follow() would; one with state shows exactly that.
 */
typedef struct
{
  char        *collection;
  char        *version;
  PsgKind      kind;
  char        *id;
  char        *event;
  char        *crossing;
  PsgDay       playhead;
  gboolean     has_span;
  PsgTimeSpan  span;
  gboolean     has_map;
  PsgViewpoint map;
  guint        start;
  guint        end;
} PsgDeepLink;

PsgDeepLink *psg_deep_link_new       (PsgSession *session, PsgKind kind, const char *id, const PsgViewpoint *map);
PsgDeepLink *psg_deep_link_parse     (const char *text, GError **error);
void         psg_deep_link_free      (PsgDeepLink *self);

char        *psg_deep_link_to_string (const PsgDeepLink *self);
gboolean     psg_deep_link_open      (const PsgDeepLink *self, PsgSession *session, GError **error);

gboolean     psg_deep_link_is_one    (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgDeepLink, psg_deep_link_free)

G_END_DECLS
