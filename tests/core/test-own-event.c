/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-own-event.h"

#include <string.h>

#include "psg-note-mark.h"

/* Events of one's own: copies, what may be kept, and ids that are nobody else's. */

static PsgOwnEvent *
make_full (void)
{
  PsgOwnEvent *event = psg_own_event_new ("A meeting", "2021-05-03");

  event->lane = g_strdup ("border");
  event->has_place = TRUE;
  event->place = g_strdup ("The ford");
  event->crossings = g_strsplit ("pass bridge", " ", -1);
  psg_own_event_add_source (event, "A letter", "https://example.org/1", "Second\npage");

  return event;
}

static void
set (char      **where,
     const char *text)
{
  g_free (*where);
  *where = g_strdup (text);
}

/* Every member counts. */
static void
test_copies_are_equal_until_changed (void)
{
  g_autoptr (PsgOwnEvent) event = make_full ();

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (PsgOwnEvent) copy = psg_own_event_copy (event);
      PsgOwnSource *source = g_ptr_array_index (copy->sources, 0);
      char **const members[] = {
        &copy->title, &copy->date, &copy->lane, &copy->place, &copy->crossings[0],
        &source->title, &source->url, &source->remark,
      };

      g_assert_true (psg_own_event_equal (event, copy));
      if (i < G_N_ELEMENTS (members))
        set (members[i], "another");
      else if (i == 8)
        copy->has_place = FALSE;
      else
        psg_own_event_add_source (copy, "", "", "");
      g_assert_false (psg_own_event_equal (event, copy));
    }

  g_assert_true (psg_own_event_equal (NULL, NULL));
  g_assert_false (psg_own_event_equal (event, NULL));
}

static void
test_what_cannot_be_kept (void)
{
  g_autofree char *long_title = g_strnfill (PSG_OWN_EVENT_MAX_LINE + 1, 'a');
  g_autofree char *long_url = g_strnfill (PSG_OWN_EVENT_MAX_TEXT + 1, 'a');
  const struct
  {
    guint       member;
    const char *value;
    gboolean    good;
  } cases[] = {
    { 0, "", TRUE }, { 0, "Two\nlines", FALSE }, { 0, "\xff", FALSE }, { 0, long_title, FALSE },
    { 1, "2021-05/..", TRUE }, { 1, "May 2021", FALSE }, { 1, "", FALSE }, { 1, "2021-02-30", FALSE },
    { 2, "", FALSE }, { 3, "", FALSE }, { 4, "", FALSE }, { 4, "a\tb", FALSE },
    { 5, "", TRUE }, { 5, "a\nb", FALSE }, { 6, long_url, FALSE }, { 7, "a\nb", TRUE }, { 7, "\xff", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsgOwnEvent) event = make_full ();
      PsgOwnSource *source = g_ptr_array_index (event->sources, 0);
      char **const members[] = {
        &event->title, &event->date, &event->lane, &event->place, &event->crossings[0],
        &source->title, &source->url, &source->remark,
      };

      g_assert_null (psg_own_event_find_fault (event));
      set (members[cases[i].member], cases[i].value);
      if ((psg_own_event_find_fault (event) == NULL) != cases[i].good)
        g_error ("“%s” as member %u", cases[i].value, cases[i].member);
    }
}

/* A note is an event or it is not. */
static void
test_notes_that_are_events (void)
{
  g_autoptr (PsgNote) note = psg_note_create (PSG_NOTE_OWN_EVENT, 1);
  g_autoptr (PsgNote) about = psg_note_create (PSG_NOTE_ON_EVENT, 1);
  g_autoptr (PsgNote) copy = NULL;
  g_autofree char *title = NULL;

  g_assert_nonnull (psg_note_find_fault (note));
  note->event = psg_own_event_new ("", "2021");
  g_assert_null (psg_note_find_fault (note));
  title = psg_note_dup_title (note);
  g_assert_cmpstr (title, ==, "Untitled event");
  note->target.latitude = 54;
  g_assert_nonnull (psg_note_find_fault (note));
  note->event->has_place = TRUE;
  g_assert_null (psg_note_find_fault (note));
  copy = psg_note_copy (note);
  g_assert_true (psg_note_equal (note, copy));
  set (&copy->event->title, "Mine");
  g_assert_false (psg_note_equal (note, copy));

  about->target.id = g_strdup ("treaty");
  g_assert_null (psg_note_find_fault (about));
  about->event = psg_own_event_new ("", "2021");
  g_assert_nonnull (psg_note_find_fault (about));
}

static void
test_ids_lead_there_and_back (void)
{
  g_autoptr (PsgNote) note = psg_note_create (PSG_NOTE_OWN_EVENT, 1);
  g_autofree char *id = psg_own_event_dup_id (note->id);
  g_autofree char *back = psg_own_event_dup_note (id);

  g_assert_true (psg_own_event_is_id (id));
  g_assert_null (strchr (id, ':'));
  g_assert_cmpstr (back, ==, note->id);
  g_assert_false (psg_own_event_is_id ("own-road"));
  g_assert_false (psg_own_event_is_id (NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/own-event/copies-are-equal-until-changed", test_copies_are_equal_until_changed);
  g_test_add_func ("/core/own-event/what-cannot-be-kept", test_what_cannot_be_kept);
  g_test_add_func ("/core/own-event/notes-that-are-events", test_notes_that_are_events);
  g_test_add_func ("/core/own-event/ids-lead-there-and-back", test_ids_lead_there_and_back);

  return g_test_run ();
}
