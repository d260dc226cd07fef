/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-format.h"

#include "psg-citation.h"
#include "psg-markdown-depth.h"
#include "psg-own-collection.h"

#include <cmark.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/*
 * A reading log: notes under what they are about, in the order of time, each with its quotation, its tags and a
 * citation. It is built as a tree and written by cmark, so that nothing a person or a stranger wrote can be
 * taken for a part of the log: what must be escaped is, and a note's own Markdown ends where the note ends.
 */

/* The headings of a note's own are below those of the log. */
#define OWN_LEVELS 3
#define LOWEST_LEVEL 6

/* What several notes are about. */
typedef struct
{
  const PsgNote *first; /* of them */
  char          *title;
  gboolean       has_time;
  gint64         time; /* when it begins, in minutes */
  GPtrArray     *notes;
} Subject;

typedef struct
{
  PsgCollection *collection; /* (nullable) */
  GPtrArray     *own;        /* (nullable): PsgOwnDocument */
  PsgDay         today;
  cmark_node    *root;
} Log;

static void
free_subject (gpointer data)
{
  Subject *self = data;

  g_free (self->title);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

static cmark_node *
append_node (cmark_node     *parent,
             cmark_node_type type)
{
  cmark_node *node = cmark_node_new (type);

  cmark_node_append_child (parent, node);

  return node;
}

/* Lines become lines of one paragraph. */
static void
append_text (cmark_node *parent,
             const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        append_node (parent, CMARK_NODE_SOFTBREAK);
      cmark_node_set_literal (append_node (parent, CMARK_NODE_TEXT), g_strstrip (lines[i]));
    }
}

static void
append_paragraph (cmark_node *parent,
                  const char *text)
{
  append_text (append_node (parent, CMARK_NODE_PARAGRAPH), text);
}

/* An address as one, if it is one: cmark writes it between angle brackets, with nothing escaped. */
static void
append_link (cmark_node *parent,
             const char *address)
{
  cmark_node *node;

  if (!psg_exchange_is_iri (address))
    {
      append_text (parent, address);
      return;
    }

  node = append_node (parent, CMARK_NODE_LINK);
  cmark_node_set_url (node, address);
  cmark_node_set_literal (append_node (node, CMARK_NODE_TEXT), address);
}

/* A paragraph in which one address is a link. */
static void
append_linked (cmark_node *parent,
               const char *text,
               const char *address)
{
  cmark_node *paragraph = append_node (parent, CMARK_NODE_PARAGRAPH);
  const char *at = strstr (text, address);
  g_autofree char *before = at != NULL ? g_strndup (text, at - text) : g_strdup (text);

  cmark_node_set_literal (append_node (paragraph, CMARK_NODE_TEXT), before);
  if (at == NULL)
    return;
  append_link (paragraph, address);
  cmark_node_set_literal (append_node (paragraph, CMARK_NODE_TEXT), at + strlen (address));
}

static void
append_heading (cmark_node *parent,
                int         level,
                const char *text)
{
  cmark_node *node = append_node (parent, CMARK_NODE_HEADING);
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n", ' ');

  cmark_node_set_heading_level (node, level);
  append_text (node, line);
}

/* Words from a document: paragraphs in a block quote. */
static void
append_quotation (cmark_node *parent,
                  const char *text)
{
  cmark_node *quote = append_node (parent, CMARK_NODE_BLOCK_QUOTE);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      append_paragraph (quote, lines[i]);
}

static void
append_code (cmark_node *parent,
             const char *text)
{
  cmark_node_set_literal (append_node (parent, CMARK_NODE_CODE_BLOCK), text);
}

/* HTML is shown, not done: an unclosed comment would hide the rest of the log. */
static void
tame (cmark_node *root)
{
  cmark_iter *iter = cmark_iter_new (root);
  g_autoptr (GPtrArray) html = g_ptr_array_new ();
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      cmark_node_type type = cmark_node_get_type (node);

      if (event == CMARK_EVENT_ENTER && (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE))
        g_ptr_array_add (html, node);
      else if (event == CMARK_EVENT_ENTER && type == CMARK_NODE_HEADING)
        cmark_node_set_heading_level (node, MIN (cmark_node_get_heading_level (node) + OWN_LEVELS, LOWEST_LEVEL));
    }
  cmark_iter_free (iter);

  for (guint i = 0; i < html->len; i++)
    {
      cmark_node *node = g_ptr_array_index (html, i);
      gboolean block = cmark_node_get_type (node) == CMARK_NODE_HTML_BLOCK;
      cmark_node *shown = cmark_node_new (block ? CMARK_NODE_CODE_BLOCK : CMARK_NODE_CODE);

      cmark_node_set_literal (shown, cmark_node_get_literal (node));
      cmark_node_replace (node, shown);
      cmark_node_free (node);
    }
}

/* A note's own Markdown. */
static void
append_markdown (cmark_node *parent,
                 const char *text)
{
  gsize length = strlen (text);
  cmark_node *root, *child;

  if (psg_markdown_find_deep_line (text, length) > 0)
    {
      append_code (parent, text);
      return;
    }

  root = cmark_parse_document (text, length, CMARK_OPT_DEFAULT);
  tame (root);
  while ((child = cmark_node_first_child (root)) != NULL)
    {
      cmark_node_unlink (child);
      cmark_node_append_child (parent, child);
    }
  cmark_node_free (root);
}

static gboolean
is_in_collection (const Log     *log,
                  const PsgNote *note)
{
  return log->collection != NULL
         && g_strcmp0 (note->collection, psg_collection_get_info (log->collection)->id) == 0;
}

/* (nullable): the document of the person's own that a note is on */
static const PsgOwnDocument *
find_own (const Log     *log,
          const PsgNote *note)
{
  if (note->collection != NULL || note->target.kind != PSG_NOTE_ON_PASSAGE || log->own == NULL)
    return NULL;

  for (guint i = 0; i < log->own->len; i++)
    {
      const PsgOwnDocument *document = g_ptr_array_index (log->own, i);

      if (g_strcmp0 (document->id, note->target.id) == 0)
        return document;
    }

  return NULL;
}

static void
set_time (Subject       *subject,
          const PsgEdtf *date)
{
  PsgDay day = date != NULL ? psg_edtf_get_earliest (date) : PSG_DAY_NONE;

  if (!psg_day_is_valid (day))
    return;
  subject->has_time = TRUE;
  subject->time = psg_day_to_minutes (day);
}

/* (transfer full): the event a note is about, or is. */
static char *
dup_event (const PsgNote *note)
{
  return note->event != NULL ? psg_own_event_dup_id (note->id) : g_strdup (note->target.id);
}

static void
describe_event (const Log *log,
                Subject   *subject)
{
  g_autofree char *id = dup_event (subject->first);
  guint row = psg_event_table_find (psg_collection_get_events (log->collection), id);
  g_autoptr (PsgEvent) event = row != PSG_ROW_NONE ? psg_collection_load_event (log->collection, row, NULL) : NULL;

  if (event == NULL)
    return;
  subject->title = g_strdup (psg_text_get (event->title));
  set_time (subject, event->date);
}

/* What the collection, or the notebook, knows of a subject. */
static void
describe_known (const Log *log,
                Subject   *subject)
{
  const char *id = subject->first->target.id;
  const PsgOwnDocument *own = find_own (log, subject->first);
  const PsgCrossing *crossing;
  const PsgDocument *document;

  if (own != NULL)
    subject->title = g_strdup (own->title);
  if (!is_in_collection (log, subject->first) || (id == NULL && subject->first->event == NULL))
    return;

  switch (subject->first->target.kind)
    {
    case PSG_NOTE_ON_EVENT:
    case PSG_NOTE_OWN_EVENT:
      describe_event (log, subject);
      break;
    case PSG_NOTE_ON_CROSSING:
      crossing = psg_collection_find_crossing (log->collection, id);
      subject->title = crossing != NULL ? g_strdup (psg_text_get (crossing->name)) : NULL;
      break;
    case PSG_NOTE_ON_PASSAGE:
      document = psg_collection_find_document (log->collection, id);
      subject->title = document != NULL ? g_strdup (psg_text_get (document->title)) : NULL;
      set_time (subject, document != NULL ? document->date : NULL);
      break;
    case PSG_NOTE_ON_PLACE:
    case PSG_NOTE_ON_SPAN:
    default:
      break;
    }
}

static char *
name_span (const PsgTimeSpan *span)
{
  g_autofree char *first = psg_day_format_long (psg_day_from_minutes (span->start));
  g_autofree char *last = psg_day_format_long (psg_day_from_minutes (span->end - 1));

  return g_str_equal (first, last) ? g_steal_pointer (&first) : g_strdup_printf ("%s – %s", first, last);
}

/* (transfer full): for what no collection has a title for. */
static char *
name_subject (const PsgNote *note)
{
  const PsgNoteTarget *target = &note->target;

  if (note->event != NULL)
    return g_strdup (psg_own_event_get_title (note->event));
  if (target->kind == PSG_NOTE_ON_SPAN)
    return name_span (&target->span);
  if (target->kind == PSG_NOTE_ON_PLACE)
    /* Translators: a place by its latitude and longitude in degrees */
    return g_strdup_printf (_("Place at %.4f, %.4f"), target->latitude, target->longitude);

  return g_strdup (target->id);
}

static Subject *
new_subject (const Log     *log,
             const PsgNote *note)
{
  Subject *self = g_new0 (Subject, 1);

  self->first = note;
  self->notes = g_ptr_array_new ();
  describe_known (log, self);
  if (self->title == NULL)
    self->title = name_subject (note);
  if (!self->has_time && note->target.has_span)
    {
      self->has_time = TRUE;
      self->time = note->target.span.start;
    }

  return self;
}

/* (transfer full): the same for notes about the same. */
static char *
dup_key (const PsgNote *note)
{
  const PsgNoteTarget *target = &note->target;
  const char *collection = note->collection != NULL ? note->collection : "";
  g_autofree char *id = NULL;

  if (target->kind == PSG_NOTE_ON_PLACE)
    return g_strdup_printf ("%s\n%d\n%.4f %.4f", collection, target->kind, target->latitude, target->longitude);
  if (target->kind == PSG_NOTE_ON_SPAN)
    return g_strdup_printf ("%s\n%d\n%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, collection, target->kind,
                            target->span.start, target->span.end);

  id = dup_event (note);

  return g_strdup_printf ("%s\n%d\n%s", collection, note->event != NULL ? PSG_NOTE_ON_EVENT : target->kind, id);
}

static int
compare_subjects (gconstpointer a,
                  gconstpointer b)
{
  const Subject *first = *(Subject *const *) a;
  const Subject *second = *(Subject *const *) b;
  int order;

  if (first->has_time != second->has_time)
    return first->has_time ? -1 : 1;
  if (first->has_time && first->time != second->time)
    return first->time < second->time ? -1 : 1;

  order = g_utf8_collate (first->title, second->title);

  return order != 0 ? order : strcmp (first->first->id, second->first->id);
}

/* By where they are in what they are about, then by when they were written. */
static int
compare_notes (gconstpointer a,
               gconstpointer b)
{
  const PsgNote *first = *(PsgNote *const *) a;
  const PsgNote *second = *(PsgNote *const *) b;

  if (first->target.page != second->target.page)
    return first->target.page < second->target.page ? -1 : 1;
  if (first->target.start != second->target.start)
    return first->target.start < second->target.start ? -1 : 1;
  if (first->created != second->created)
    return first->created < second->created ? -1 : 1;

  return strcmp (first->id, second->id);
}

/* (transfer full) (element-type Subject): in the order of time. */
static GPtrArray *
group (const Log *log,
       GPtrArray *notes)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *subjects = g_ptr_array_new_with_free_func (free_subject);

  for (guint i = 0; i < notes->len; i++)
    {
      PsgNote *note = g_ptr_array_index (notes, i);
      g_autofree char *key = dup_key (note);
      Subject *subject = g_hash_table_lookup (known, key);

      if (subject == NULL)
        {
          subject = new_subject (log, note);
          g_ptr_array_add (subjects, subject);
          g_hash_table_insert (known, g_steal_pointer (&key), subject);
        }
      g_ptr_array_add (subject->notes, note);
    }

  for (guint i = 0; i < subjects->len; i++)
    g_ptr_array_sort (((Subject *) g_ptr_array_index (subjects, i))->notes, compare_notes);
  g_ptr_array_sort (subjects, compare_subjects);

  return subjects;
}

static PsgKind
get_cited_kind (const PsgNote *note)
{
  static const PsgKind kinds[PSG_NOTE_N_KINDS] = {
    [PSG_NOTE_ON_EVENT] = PSG_KIND_EVENT,
    [PSG_NOTE_ON_CROSSING] = PSG_KIND_CROSSING,
    [PSG_NOTE_ON_PASSAGE] = PSG_KIND_DOCUMENT,
    [PSG_NOTE_OWN_EVENT] = PSG_KIND_EVENT,
  };

  return kinds[note->target.kind];
}

/* A citation with its link; the link alone where the collection does not have what it leads to. */
static void
append_citation (const Log     *log,
                 const PsgNote *note)
{
  g_autofree char *link = psg_exchange_dup_link (note);
  const PsgOwnDocument *own = find_own (log, note);
  PsgKind kind = get_cited_kind (note);
  g_autofree char *id = dup_event (note);
  g_autoptr (PsgCitation) citation = NULL;

  if (own != NULL)
    {
      g_autofree char *text = psg_own_document_dup_citation (own, note->target.page);

      append_paragraph (log->root, text);
      return;
    }

  if (is_in_collection (log, note))
    citation = psg_citation_new (log->collection, kind, kind != PSG_KIND_NONE ? id : NULL, link,
                                 log->today, NULL);

  if (citation != NULL)
    {
      g_autofree char *text = psg_citation_to_string (citation, PSG_CITATION_CHICAGO);

      append_linked (log->root, text, link);
    }
  else
    append_linked (log->root, link, link);
}

static void
add_mark (GString    *marks,
          const char *text)
{
  g_string_append_printf (marks, "%s%s", marks->len > 0 ? " · " : "", text);
}

/* When it was written, and what it is marked with, in one line. */
static char *
describe_note (const PsgNote *note)
{
  GString *marks = g_string_new (NULL);
  g_autofree char *written = psg_day_format_long ((PsgDay) (note->created / G_TIME_SPAN_DAY));

  add_mark (marks, written);
  if (note->target.page > 0)
    {
      /* Translators: of a PDF */
      g_autofree char *page = g_strdup_printf (_("page %u"), note->target.page);

      add_mark (marks, page);
    }
  if (note->colour != PSG_NOTE_NO_COLOUR)
    add_mark (marks, psg_note_colour_get_label (note->colour));
  if (note->status != PSG_NOTE_NO_STATUS)
    add_mark (marks, psg_note_status_get_label (note->status));
  if (note->bookmark)
    add_mark (marks, _("Bookmark"));
  if (note->event != NULL)
    add_mark (marks, psg_note_kind_get_label (PSG_NOTE_OWN_EVENT));
  if (note->review)
    add_mark (marks, _("Needs review"));
  if (note->deleted != 0)
    add_mark (marks, _("In the bin"));
  if (note->tags != NULL && note->tags[0] != NULL)
    {
      g_autofree char *names = g_strjoinv (", ", note->tags);
      g_autofree char *tags = g_strdup_printf (_("Tags: %s"), names);

      add_mark (marks, tags);
    }

  return g_string_free (marks, FALSE);
}

/* When and where it was, in one line. */
static void
append_event_facts (const Log     *log,
                    const PsgNote *note)
{
  const PsgOwnEvent *event = note->event;
  g_autoptr (PsgEdtf) date = psg_edtf_parse (event->date, NULL);
  g_autofree char *when = psg_edtf_format_display (date);
  g_autoptr (GString) facts = g_string_new (when);

  if (event->place != NULL)
    add_mark (facts, event->place);
  if (event->has_place)
    {
      g_autofree char *position = psg_position_format (note->target.latitude, note->target.longitude);

      add_mark (facts, position);
    }
  for (guint i = 0; event->crossings != NULL && event->crossings[i] != NULL; i++)
    {
      const char *name = is_in_collection (log, note)
                           ? psg_collection_find_title (log->collection, PSG_KIND_CROSSING, event->crossings[i]) : NULL;

      add_mark (facts, name != NULL ? name : event->crossings[i]);
    }
  append_paragraph (log->root, facts->str);
}

static void
append_event_sources (const Log         *log,
                      const PsgOwnEvent *event)
{
  for (guint i = 0; event->sources != NULL && i < event->sources->len; i++)
    {
      const PsgOwnSource *source = g_ptr_array_index (event->sources, i);
      g_autofree char *remark = g_strdelimit (g_strdup (source->remark), "\n", ' ');
      g_autofree char *line = NULL;
      g_autofree char *said = NULL;

      line = g_strjoin (*source->title != '\0' && *source->url != '\0' ? ", " : "", source->title, source->url, NULL);
      /* Translators: where a person has an event from */
      said = g_strdup_printf (C_("an event's", "Source: %s"), line);
      if (*source->url != '\0')
        append_linked (log->root, said, source->url);
      else
        append_paragraph (log->root, said);
      if (*remark != '\0')
        append_paragraph (log->root, remark);
    }
}

static void
append_note (const Log     *log,
             const PsgNote *note)
{
  g_autofree char *marks = describe_note (note);

  append_heading (log->root, OWN_LEVELS, marks);
  if (note->event != NULL)
    append_event_facts (log, note);
  if (note->target.exact != NULL && *note->target.exact != '\0')
    append_quotation (log->root, note->target.exact);
  append_markdown (log->root, note->body);
  if (note->event != NULL)
    append_event_sources (log, note->event);
  append_citation (log, note);
  for (guint i = 0; note->links != NULL && note->links[i] != NULL; i++)
    {
      /* Translators: an address that a note links to */
      g_autofree char *link = g_strdup_printf (_("See also: %s"), note->links[i]);

      append_linked (log->root, link, note->links[i]);
    }
}

static gboolean
append_subjects (const Log     *log,
                 GPtrArray     *subjects,
                 GCancellable  *cancellable,
                 GError       **error)
{
  for (guint i = 0; i < subjects->len; i++)
    {
      const Subject *subject = g_ptr_array_index (subjects, i);

      append_heading (log->root, 2, subject->title);
      for (guint j = 0; j < subject->notes->len; j++)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          append_note (log, g_ptr_array_index (subject->notes, j));
        }
    }

  return TRUE;
}

static void
append_title (const Log *log)
{
  if (log->collection != NULL)
    {
      const char *name = psg_text_get (psg_collection_get_info (log->collection)->title);
      /* Translators: the heading of a list of notes, with a collection's title */
      g_autofree char *title = g_strdup_printf (_("Reading log: %s"), name);

      append_heading (log->root, 1, title);
    }
  else
    append_heading (log->root, 1, _("Reading log"));
}

/* (transfer full): the collection with the own events that are among the notes. */
static PsgCollection *
lay_own (PsgCollection *collection,
         GPtrArray     *notes)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();

  for (guint i = 0; i < notes->len; i++)
    {
      PsgNote *note = g_ptr_array_index (notes, i);

      if (note->event != NULL && g_strcmp0 (note->collection, psg_collection_get_info (collection)->id) == 0)
        g_ptr_array_add (own, note);
    }

  return own->len > 0 ? PSG_COLLECTION (psg_own_collection_new (collection, own)) : g_object_ref (collection);
}

/**
 * psg_exchange_write_markdown:
 * @notes: (element-type PsgNote): notes, in any order
 * @collection: (nullable): what most of them are about: titles, dates and citations are from it
 * @own: (nullable) (element-type PsgOwnDocument): the person's own documents: likewise
 * @today: the day of access, for citations
 * @cancellable: (nullable): to stop it
 * @error: return location; only %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): CommonMark, UTF-8
 */
GBytes *
psg_exchange_write_markdown (GPtrArray     *notes,
                             PsgCollection *collection,
                             GPtrArray     *own,
                             PsgDay         today,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_autoptr (PsgCollection) laid = collection != NULL ? lay_own (collection, notes) : NULL;
  Log log = { laid, own, today, cmark_node_new (CMARK_NODE_DOCUMENT) };
  g_autoptr (GPtrArray) subjects = group (&log, notes);
  char *rendered = NULL, *text;

  append_title (&log);
  if (append_subjects (&log, subjects, cancellable, error))
    rendered = cmark_render_commonmark (log.root, CMARK_OPT_DEFAULT, 0);
  cmark_node_free (log.root);
  if (rendered == NULL)
    return NULL;

  /* cmark 0.30 writes U+FFFE and U+FFFF, which stand for no character, as single bytes. */
  text = g_utf8_make_valid (rendered, -1);
  free (rendered);

  return g_bytes_new_take (text, strlen (text));
}
