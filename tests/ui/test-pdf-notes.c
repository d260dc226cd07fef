/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-document-pane.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "psg-linger.h"
#include "psg-memory-collection.h"
#include "psg-memory-library.h"
#include "psg-memory-notes.h"
#include "psg-note-subject.h"
#include "psg-own-page.h"
#include "psg-palette.h"
#include "psg-pdf-page.h"
#include "psg-pdf-view-private.h"
#include "psg-test-pdf.h"
#include "psg-ui.h"

/* A person's notes on a PDF, made and opened with a real pointer and real keys: the window has no manager, so that it
 * stands at the upper left of the screen. */

#define WIDTH 500
#define HEIGHT 640

typedef struct
{
  char *folder;
  char *path;
  char *id;
  PsgCollection *collection;
  PsgLibrary *library;
  PsgMemoryNotes *store;
  PsgNotes *notes;
  PsgSession *session;
  GtkWidget *window;
  PsgPdfPage *page;
  PsgPdfView *view;
  PsgNote *activated; /* (nullable) */
} Fixture;

static const char *const report[] = {
  "The report begins\nwith the border at Šumskas\nand goes on with the border at Lavoriškės",
  "A second page\nwith the border at Šumskas",
  NULL
};

static void
turn (Fixture *f)
{
  gint64 quiet_since = g_get_monotonic_time ();

  while (g_get_monotonic_time () - quiet_since < 200 * G_TIME_SPAN_MILLISECOND)
    {
      if (g_main_context_iteration (NULL, FALSE))
        quiet_since = g_get_monotonic_time ();
      else
        g_usleep (2000);
    }
  psg_memory_notes_settle (f->store, f->notes);
}

static void
activated_cb (Fixture            *f,
              const PsgNote      *note,
              const GdkRectangle *area)
{
  g_clear_pointer (&f->activated, psg_note_unref);
  f->activated = psg_note_ref ((PsgNote *) note);
}

static void
open_pdf (Fixture *f)
{
  GtkWidget *pane = psg_document_pane_new (f->session);
  g_autofree char *link = g_strconcat ("own:", f->id, NULL);
  GtkWidget *page;

  gtk_window_set_child (GTK_WINDOW (f->window), pane);
  gtk_window_present (GTK_WINDOW (f->window));
  psg_session_follow (f->session, link, NULL);
  page = psg_document_pane_get_visible (PSG_DOCUMENT_PANE (pane));
  while (psg_own_page_get_content (PSG_OWN_PAGE (page)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  f->page = PSG_PDF_PAGE (psg_own_page_get_content (PSG_OWN_PAGE (page)));
  while (psg_pdf_page_get_view (f->page) == NULL || psg_pdf_view_is_busy (psg_pdf_page_get_view (f->page)))
    g_main_context_iteration (NULL, TRUE);
  f->view = psg_pdf_page_get_view (f->page);
  g_signal_connect_swapped (f->page, "note-activated", G_CALLBACK (activated_cb), f);
  turn (f);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->folder = g_dir_make_tmp ("psg-pdf-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "report.pdf", NULL);
  psg_test_pdf_write (f->path, "Report", report);
  f->collection = psg_memory_collection_new ();
  f->library = psg_memory_library_new ();
  f->id = g_strdup (psg_memory_library_put (f->library, "Report", f->path, NULL)->id);
  f->store = psg_memory_notes_new ();
  f->notes = psg_notes_new (PSG_NOTE_STORE (f->store));
  f->session = psg_session_new ();
  psg_session_set_collection (f->session, f->collection);
  psg_session_set_library (f->session, f->library);
  psg_session_set_notes (f->session, f->notes);
  f->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (f->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (f->window), WIDTH, HEIGHT);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  psg_notes_close (f->notes);
  turn (f);
  g_assert_finalize_object (f->session);
  g_assert_finalize_object (f->notes);
  g_assert_finalize_object (f->store);
  g_assert_finalize_object (f->library);
  g_assert_finalize_object (f->collection);
  g_clear_pointer (&f->activated, psg_note_unref);
  g_unlink (f->path);
  g_rmdir (f->folder);
  g_free (f->path);
  g_free (f->folder);
  g_free (f->id);
}

/* A real hand */

static void
done_cb (GPid     pid,
         int      status,
         gpointer data)
{
  g_assert_cmpint (status, ==, 0);
  *(gboolean *) data = TRUE;
}

/* Takes what xdotool takes; the main loop goes on meanwhile. */
static void
xdotool (Fixture    *f,
         const char *words)
{
  g_autofree char *line = g_strconcat ("xdotool ", words, NULL);
  g_auto (GStrv) argv = g_strsplit (line, " ", -1);
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;
  GPid pid;

  g_spawn_async (NULL, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error);
  g_assert_no_error (error);
  g_child_watch_add (pid, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_spawn_close_pid (pid);
  turn (f);
}

/* The middle of a widget on the screen, also of one in a popover. */
static void
locate (Fixture   *f,
        GtkWidget *widget,
        double     x,
        double     y,
        int       *left,
        int       *top)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = gtk_native_get_surface (native);
  double at_x, at_y, add_x, add_y;

  g_assert_true (gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), x, y, &at_x, &at_y));
  gtk_native_get_surface_transform (native, &add_x, &add_y);
  *left = at_x + add_x;
  *top = at_y + add_y;
  if (GDK_IS_POPUP (surface))
    {
      *left += gdk_popup_get_position_x (GDK_POPUP (surface));
      *top += gdk_popup_get_position_y (GDK_POPUP (surface));
    }
}

static void
click (Fixture   *f,
       GtkWidget *widget,
       double     x,
       double     y)
{
  g_autofree char *words = NULL;
  int left, top;

  locate (f, widget, x, y, &left, &top);
  words = g_strdup_printf ("mousemove %d %d click 1", left, top);
  xdotool (f, words);
}

static void
get_word_area (Fixture         *f,
               guint            position,
               graphene_rect_t *area)
{
  PsgPdfText *text = psg_pdf_view_get_text (f->view, 0);

  psg_pdf_view_get_area (f->view, 0, &text->boxes[position], area);
}

/* From the first letter of a stretch over the last. */
static void
drag_over (Fixture *f,
           guint    start,
           guint    end)
{
  g_autofree char *words = NULL;
  graphene_rect_t first, last;
  int left, top, right, bottom;

  get_word_area (f, start, &first);
  get_word_area (f, end - 1, &last);
  locate (f, GTK_WIDGET (f->view), first.origin.x + 1, first.origin.y + 6, &left, &top);
  locate (f, GTK_WIDGET (f->view), last.origin.x + last.size.width - 1, last.origin.y + 6, &right, &bottom);
  words = g_strdup_printf ("mousemove %d %d mousedown 1 sleep 0.1 mousemove %d %d sleep 0.1 mousemove %d %d mouseup 1",
                           left, top, (left + right) / 2, bottom, right, bottom);
  xdotool (f, words);
}

/* (nullable): a popover of a kind that is shown */
static GtkWidget *
find_popover (Fixture    *f,
              const char *css_class)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (f->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && gtk_widget_get_mapped (child) && gtk_widget_has_css_class (child, css_class))
      return child;

  return NULL;
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *tooltip)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, tooltip);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
press_button (Fixture    *f,
              const char *tooltip)
{
  GtkWidget *bar = find_popover (f, "selection-bar");
  GtkWidget *button;

  g_assert_nonnull (bar);
  button = find_button (bar, tooltip);
  g_assert_nonnull (button);
  click (f, button, gtk_widget_get_width (button) / 2.0, gtk_widget_get_height (button) / 2.0);
}

static GArray *
get_marks (Fixture *f,
           guint    page)
{
  while (psg_pdf_view_get_text (f->view, page) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return psg_pdf_view_get_highlights (f->view, page);
}

static PsgNote *
put_note (Fixture       *f,
          guint          page,
          const char    *exact,
          const char    *prefix,
          guint          start,
          PsgNoteColour  colour)
{
  PsgNote *note = psg_note_create (PSG_NOTE_ON_PASSAGE, 1);

  note->target.id = g_strdup (f->id);
  note->target.page = page;
  note->target.exact = g_strdup (exact);
  note->target.prefix = g_strdup (prefix);
  note->target.start = start;
  note->target.end = start + g_utf8_strlen (exact, -1);
  note->colour = colour;
  psg_memory_notes_set (f->store, note->id, note);

  return note;
}

/* What is drawn at a point of the view. */
static guint32
get_pixel (Fixture *f,
           double   x,
           double   y)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GdkTexture) texture = NULL;
  guchar data[4];

  GTK_WIDGET_GET_CLASS (f->view)->snapshot (GTK_WIDGET (f->view), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_renderer_realize (renderer, NULL, NULL);
  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (x, y, 1, 1));
  gsk_renderer_unrealize (renderer);
  gdk_texture_download (texture, data, sizeof data);

  return (guint32) data[2] << 16 | data[1] << 8 | data[0];
}

static gboolean
is_near (guint32        pixel,
         const GdkRGBA *wanted)
{
  return ABS ((pixel >> 16 & 255) - wanted->red * 255) < 4 && ABS ((pixel >> 8 & 255) - wanted->green * 255) < 4
         && ABS ((pixel & 255) - wanted->blue * 255) < 4;
}

static void
test_selected_words_are_marked (Fixture      *f,
                                gconstpointer data)
{
  const PsgPdfHighlight *mark;
  g_autofree char *link = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *subject = NULL;
  const PsgNote *note;
  graphene_rect_t area;
  GdkRGBA green;

  open_pdf (f);
  g_assert_cmpuint (get_marks (f, 0)->len, ==, 0);
  drag_over (f, 37, 44);
  press_button (f, "Green");

  g_assert_cmpuint (get_marks (f, 0)->len, ==, 1);
  g_assert_cmpuint (get_marks (f, 1)->len, ==, 0);
  g_assert_null (find_popover (f, "selection-bar"));
  mark = &g_array_index (get_marks (f, 0), PsgPdfHighlight, 0);
  note = psg_memory_notes_get (f->store, mark->note->id);
  g_assert_cmpstr (note->target.exact, ==, "Šumskas");
  g_assert_cmpstr (note->target.id, ==, f->id);
  g_assert_cmpuint (note->target.page, ==, 1);
  g_assert_cmpuint (note->target.start, ==, 37);
  g_assert_null (note->collection);
  g_assert_null (psg_note_find_fault (note));

  /* What it is about is known by its title, and leads there. */
  link = psg_note_dup_subject_link (note, f->collection);
  wanted = g_strdup_printf ("own:%s#page=1&char=37,44", f->id);
  g_assert_cmpstr (link, ==, wanted);
  subject = psg_note_dup_subject (note, f->collection, f->library);
  g_assert_cmpstr (subject, ==, "Report, p. 1");

  /* In the colour that is behind words in a text. */
  get_word_area (f, 37, &area);
  psg_palette_get_note_highlight (PSG_SCHEME_LIGHT, PSG_NOTE_GREEN, &green);
  g_assert_true (is_near (get_pixel (f, area.origin.x + 0.5, area.origin.y + area.size.height / 2), &green));

  psg_notes_undo (f->notes);
  turn (f);
  g_assert_cmpuint (get_marks (f, 0)->len, ==, 0);
}

static void
test_a_note_is_begun_from_a_selection (Fixture      *f,
                                       gconstpointer data)
{
  open_pdf (f);
  drag_over (f, 4, 10);
  press_button (f, "Add Note");
  g_assert_nonnull (f->activated);
  g_assert_cmpstr (f->activated->target.exact, ==, "report");
  g_assert_false (psg_pdf_view_has_selection (f->view));
}

static gboolean
take_sign (const PsgPdfHighlight *highlight,
           double                 x,
           double                 y,
           gpointer               data)
{
  ((double *) data)[0] = x;
  ((double *) data)[1] = y;

  return FALSE;
}

static void
test_notes_are_opened (Fixture      *f,
                       gconstpointer data)
{
  g_autoptr (PsgNote) first = put_note (f, 1, "border at Šumskas", "the ", 27, PSG_NOTE_PINK);
  g_autoptr (PsgNote) second = put_note (f, 1, "Šumskas", "at ", 37, PSG_NOTE_BLUE);
  g_autofree char *shown = NULL;
  graphene_rect_t area;
  double sign[2];
  PsgPdfSpot spot;

  open_pdf (f);
  g_assert_cmpuint (get_marks (f, 0)->len, ==, 2);

  /* The shorter where one lies in the other; and the sign that is drawn last. */
  get_word_area (f, 40, &area);
  click (f, GTK_WIDGET (f->view), area.origin.x + 2, area.origin.y + 6);
  g_assert_true (psg_note_equal (f->activated, second));
  get_word_area (f, 30, &area);
  click (f, GTK_WIDGET (f->view), area.origin.x + 2, area.origin.y + 6);
  g_assert_true (psg_note_equal (f->activated, first));
  psg_pdf_view_foreach_sign (f->view, 0, take_sign, sign);
  g_assert_cmpfloat (sign[0], <, PSG_PDF_VIEW_MARGIN);
  click (f, GTK_WIDGET (f->view), sign[0], sign[1]);
  g_assert_true (psg_note_equal (f->activated, second));

  /* The pointer tells, and so do the keys. */
  g_assert_true (psg_pdf_view_find_spot (f->view, sign[0], sign[1], &spot));
  shown = psg_pdf_view_describe_spot (&spot);
  g_assert_cmpstr (shown, ==, "Šumskas\u00a0· Blue");
  gtk_widget_grab_focus (GTK_WIDGET (f->view));
  g_clear_pointer (&f->activated, psg_note_unref);
  xdotool (f, "key Tab key Return");
  g_assert_true (psg_note_equal (f->activated, first));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (f->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "border at Šumskas\u00a0· Pink");
}

/* Never attached to what only looks like it. */
static void
test_words_that_are_not_there_are_not_marked (Fixture      *f,
                                              gconstpointer data)
{
  g_autoptr (PsgNote) gone = put_note (f, 1, "the frontier near Šumskas", "with ", 23, PSG_NOTE_PINK);
  g_autoptr (PsgNote) twice = put_note (f, 1, "the border at", NULL, 0, PSG_NOTE_PINK);
  g_autoptr (PsgNote) beyond = put_note (f, 90, "The report", NULL, 0, PSG_NOTE_PINK);

  open_pdf (f);
  g_assert_cmpuint (get_marks (f, 0)->len, ==, 0);
}

static void
test_a_notebook_that_is_read_only_takes_none (Fixture      *f,
                                              gconstpointer data)
{
  psg_memory_notes_set_read_only (f->store, TRUE);
  open_pdf (f);
  drag_over (f, 37, 44);
  g_assert_true (psg_pdf_view_has_selection (f->view));
  g_assert_null (find_popover (f, "selection-bar"));
}

#define ADD(path, func) g_test_add ("/ui/pdf-notes/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  psg_ui_init ();
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, "gtk-enable-animations", FALSE, NULL);

  ADD ("selected-words-are-marked", test_selected_words_are_marked);
  ADD ("a-note-is-begun-from-a-selection", test_a_note_is_begun_from_a_selection);
  ADD ("notes-are-opened", test_notes_are_opened);
  ADD ("words-that-are-not-there-are-not-marked", test_words_that_are_not_there_are_not_marked);
  ADD ("a-notebook-that-is-read-only-takes-none", test_a_notebook_that_is_read_only_takes_none);

  status = g_test_run ();
  g_assert_true (psg_linger_wait (60000));

  return status;
}
