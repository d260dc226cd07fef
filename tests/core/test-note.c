/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note.h"
#include "psg-note-filter.h"

#include <math.h>
#include <string.h>

/* Notes: copies, what may be kept, and the words of the fixed lists. */

static PsgNote *
make_full (void)
{
  PsgNote *note = psg_note_create (PSG_NOTE_ON_PASSAGE, 1000);
  const char *links[] = { "passages:lithuania-belarus/event/treaty", NULL };

  note->collection = g_strdup ("lithuania-belarus");
  note->collection_version = g_strdup ("1.0");
  note->target.id = g_strdup ("report");
  note->target.exact = g_strdup ("the fence");
  note->target.prefix = g_strdup ("along ");
  note->target.suffix = g_strdup (" was");
  note->target.start = 10;
  note->target.end = 19;
  note->target.has_span = TRUE;
  note->target.span = (PsgTimeSpan) { 5, 6 };
  note->links = g_strdupv ((GStrv) links);
  psg_note_set_tags (note, (const char *[]) { "fence", "border", NULL });

  return note;
}

static void
test_ids_are_their_own (void)
{
  g_autoptr (PsgNote) a = psg_note_create (PSG_NOTE_ON_EVENT, 1);
  g_autoptr (PsgNote) b = psg_note_create (PSG_NOTE_ON_EVENT, 1);

  g_assert_true (g_str_has_prefix (a->id, "urn:uuid:"));
  g_assert_cmpuint (strlen (a->id), ==, strlen ("urn:uuid:") + 36);
  g_assert_cmpstr (a->id, !=, b->id);
  g_assert_cmpint (a->modified, ==, 1);
  g_assert_cmpstr (a->body, ==, "");
}

/* Every field counts: a note that differs in one is another. */
static void
test_copies_are_equal_until_changed (void)
{
  g_autoptr (PsgNote) note = make_full ();

  for (guint i = 0; i < 18; i++)
    {
      g_autoptr (PsgNote) copy = psg_note_copy (note);

      g_assert_true (psg_note_equal (note, copy));
      switch (i)
        {
        case 0: copy->id[10] = '!'; break;
        case 1: copy->created++; break;
        case 2: copy->modified++; break;
        case 3: copy->collection[0] = '!'; break;
        case 4: copy->collection_version[0] = '!'; break;
        case 5: copy->target.id[0] = '!'; break;
        case 6: copy->target.exact[0] = '!'; break;
        case 7: copy->target.prefix[0] = '!'; break;
        case 8: copy->target.suffix[0] = '!'; break;
        case 9: copy->target.start++; break;
        case 10: copy->target.end++; break;
        case 11: copy->target.page++; break;
        case 12: copy->target.span.end++; break;
        case 13: copy->colour = PSG_NOTE_PINK; break;
        case 14: psg_note_set_tags (copy, NULL); break;
        case 15: copy->links[0][0] = '!'; break;
        case 16: copy->bookmark = TRUE; break;
        default: copy->deleted = 7; break;
        }
      g_assert_false (psg_note_equal (note, copy));
    }
}

static void
test_tags_are_sorted_and_none_twice (void)
{
  g_autoptr (PsgNote) note = psg_note_create (PSG_NOTE_ON_EVENT, 0);
  static const char *const tags[] = { " b ", "a", "", "  ", "b", "s\xcc\x8c", "\xc5\xa1", NULL };
  static const char *const expected[] = { "a", "b", "\xc5\xa1", NULL };

  psg_note_set_tags (note, tags);
  g_assert_true (g_strv_equal ((const char *const *) note->tags, expected));
  psg_note_set_tags (note, NULL);
  g_assert_cmpuint (g_strv_length (note->tags), ==, 0);
}

static void
test_faults_are_found (void)
{
  for (guint i = 0; i < 18; i++)
    {
      g_autoptr (PsgNote) note = make_full ();

      g_assert_null (psg_note_find_fault (note));
      switch (i)
        {
        case 0: g_clear_pointer (&note->body, g_free); break;
        case 1: g_clear_pointer (&note->id, g_free); break;
        case 2: note->id[0] = 'x'; break;
        case 3: g_clear_pointer (&note->target.id, g_free); break;
        case 4: note->target.latitude = NAN; break;
        case 5: note->target.longitude = 180.5; break;
        case 6: note->target.span.end = 5; break;
        case 7: note->target.start = 20; break;
        case 8: note->target.exact[0] = '\0'; break;
        case 9: note->target.exact[0] = '\xff'; break;
        case 10: note->tags[0][0] = '\n'; break;
        case 11: note->links[0][0] = '\0'; break;
        case 12: note->colour = PSG_NOTE_N_COLOURS; break;
        case 13: note->status = PSG_NOTE_N_STATUSES; break;
        case 14: note->modified = -1; break;
        case 15: note->target.kind = PSG_NOTE_N_KINDS; break;
        case 16: note->created = G_MAXINT64; break;
        default:
          g_free (note->body);
          note->body = g_strnfill (PSG_NOTE_MAX_BODY + 1, 'a');
          break;
        }
      g_assert_nonnull (psg_note_find_fault (note));
    }
}

/* As Python's uuid5() makes it. */
static void
test_a_name_has_one_id (void)
{
  g_autofree char *id = psg_note_dup_id_for ("http://www.example.com/");

  g_assert_cmpstr (id, ==, "urn:uuid:fcde3c85-2270-590f-9e7c-ee003d65e0e2");
}

static void
test_a_span_needs_its_time_and_a_place_no_id (void)
{
  g_autoptr (PsgNote) span = psg_note_create (PSG_NOTE_ON_SPAN, 0);
  g_autoptr (PsgNote) place = psg_note_create (PSG_NOTE_ON_PLACE, 0);

  g_assert_nonnull (psg_note_find_fault (span));
  span->target.has_span = TRUE;
  span->target.span = (PsgTimeSpan) { 0, 1 };
  g_assert_null (psg_note_find_fault (span));

  g_assert_null (psg_note_find_fault (place));
  place->target.id = g_strdup ("medininkai");
  g_assert_nonnull (psg_note_find_fault (place));
}

static void
test_words_go_there_and_back (void)
{
  PsgNoteKind kind;
  PsgNoteColour colour;
  PsgNoteStatus status;

  for (guint i = 0; i < PSG_NOTE_N_KINDS; i++)
    {
      g_assert_true (psg_note_kind_from_name (psg_note_kind_get_name (i), &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_nonnull (psg_note_kind_get_label (i));
    }
  for (guint i = 0; i < PSG_NOTE_N_COLOURS; i++)
    {
      g_assert_true (psg_note_colour_from_name (psg_note_colour_get_name (i), &colour));
      g_assert_cmpint (colour, ==, i);
      g_assert_nonnull (psg_note_colour_get_label (i));
    }
  for (guint i = 0; i < PSG_NOTE_N_STATUSES; i++)
    {
      g_assert_true (psg_note_status_from_name (psg_note_status_get_name (i), &status));
      g_assert_cmpint (status, ==, i);
      g_assert_nonnull (psg_note_status_get_label (i));
    }

  g_assert_false (psg_note_colour_from_name ("mauve", &colour));
  g_assert_false (psg_note_kind_from_name (NULL, &kind));
  g_assert_false (psg_note_status_from_name ("", &status));
}

static void
test_filters_are_copied_whole (void)
{
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_new ();
  g_autoptr (PsgNoteFilter) copy = NULL;

  filter->text = g_strdup ("fence");
  filter->tag = g_strdup ("border");
  filter->limit = 3;
  copy = psg_note_filter_copy (filter);
  g_assert_true (copy->text != filter->text);
  g_assert_cmpstr (copy->text, ==, "fence");
  g_assert_cmpstr (copy->tag, ==, "border");
  g_assert_cmpuint (copy->limit, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/note/ids-are-their-own", test_ids_are_their_own);
  g_test_add_func ("/core/note/copies-are-equal-until-changed", test_copies_are_equal_until_changed);
  g_test_add_func ("/core/note/tags-are-sorted-and-none-twice", test_tags_are_sorted_and_none_twice);
  g_test_add_func ("/core/note/faults-are-found", test_faults_are_found);
  g_test_add_func ("/core/note/a-name-has-one-id", test_a_name_has_one_id);
  g_test_add_func ("/core/note/a-span-needs-its-time-and-a-place-no-id", test_a_span_needs_its_time_and_a_place_no_id);
  g_test_add_func ("/core/note/words-go-there-and-back", test_words_go_there_and_back);
  g_test_add_func ("/core/note/filters-are-copied-whole", test_filters_are_copied_whole);

  return g_test_run ();
}
