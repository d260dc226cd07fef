/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-touch-fixture.h"

/* A view on a screen that is touched. Time passes here only as it does under a hand: from one place of a
 * finger to the next, and while one is held still. */

/* Between two places of a finger that moves. */
#define STEP_MS 20
/* Longer than a long press takes to be known. */
#define HOLD_MS 900
/* A double tap would be made of two taps within less. */
#define APART_MS 500
#define PATIENCE_MS 10000

/* Above and below the axis of a pinch, so that it is not along it. */
#define SLANT 6

static gboolean
ended_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

/**
 * psg_touch_wait:
 * @ms: how long, in thousandths of a second
 *
 * Lets the programs go on while the fingers rest.
 */
void
psg_touch_wait (guint ms)
{
  gboolean ended = FALSE;

  g_timeout_add (ms, ended_cb, &ended);
  while (!ended)
    g_main_context_iteration (NULL, TRUE);
}

/**
 * psg_touch_wait_until:
 * @f: a fixture
 * @question: what is to become true
 *
 * Fails the test if it does not.
 */
void
psg_touch_wait_until (PsgTouchFixture *f,
                      PsgTouchQuestion question)
{
  for (guint i = 0; i < PATIENCE_MS / STEP_MS && !question (f); i++)
    psg_touch_wait (STEP_MS);

  g_assert_true (question (f));
}

/* One for all tests: the server speaks to the first who connects, and to nobody after. */
static PsgFingers *
get_fingers (void)
{
  static PsgFingers *fingers;
  g_autoptr (GdkMonitor) screen = g_list_model_get_item (gdk_display_get_monitors (gdk_display_get_default ()), 0);
  GdkRectangle size;

  gdk_monitor_get_geometry (screen, &size);
  if (fingers == NULL)
    fingers = psg_fingers_new (size.width, size.height);

  return fingers;
}

/* Where the last finger was lifted, X leaves the pointer. */
static void
put_pointer (double x,
             double y)
{
  g_autofree char *px = g_strdup_printf ("%d", (int) x), *py = g_strdup_printf ("%d", (int) y);
  char *command[] = { (char *) "xdotool", (char *) "mousemove", px, py, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  psg_touch_wait (5 * STEP_MS);
}

/**
 * psg_touch_fixture_set_up:
 * @f: a fixture whose session is there
 * @view: (transfer floating): what is shown
 * @width: of it, in pixels
 * @height: of it, in pixels
 *
 * Returns when it has been drawn.
 */
void
psg_touch_fixture_set_up (PsgTouchFixture *f,
                          GtkWidget       *view,
                          int              width,
                          int              height)
{
  /* Beside the window, lest a tooltip come up in the fingers' way. */
  put_pointer (G_MAXINT16, G_MAXINT16);
  f->view = view;
  f->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (f->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (f->window), width, height);
  gtk_window_set_child (GTK_WINDOW (f->window), f->view);
  gtk_window_present (GTK_WINDOW (f->window));
  while (gtk_widget_get_width (f->view) < 2)
    g_main_context_iteration (NULL, TRUE);

  f->fingers = get_fingers ();
  psg_touch_wait (300);
}

void
psg_touch_fixture_tear_down (PsgTouchFixture *f,
                             gconstpointer    data)
{
  GtkWidget *view = g_object_ref (f->view);

  gtk_window_destroy (GTK_WINDOW (f->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (view);
  g_assert_finalize_object (f->session);
}

/**
 * psg_touch_tap:
 * @f: a fixture
 * @x: where, in pixels of the view
 * @y: the same downwards
 *
 * Touches and lets go.
 */
void
psg_touch_tap (PsgTouchFixture *f,
               double           x,
               double           y)
{
  psg_fingers_press (f->fingers, 0, x, y);
  psg_touch_wait (2 * STEP_MS);
  psg_fingers_lift (f->fingers, 0);
  psg_touch_wait (2 * STEP_MS);
}

/**
 * psg_touch_hold:
 * @f: a fixture
 * @x: where, in pixels of the view
 * @y: the same downwards
 *
 * Lays a finger down for as long as a long press takes; it stays there.
 */
void
psg_touch_hold (PsgTouchFixture *f,
                double           x,
                double           y)
{
  psg_fingers_press (f->fingers, 0, x, y);
  psg_touch_wait (HOLD_MS);
}

/**
 * psg_touch_slide:
 * @f: a fixture
 * @finger: a finger that touches
 * @dx: how far it goes
 * @dy: the same downwards
 * @steps: in how many steps
 *
 * The finger still touches then.
 */
void
psg_touch_slide (PsgTouchFixture *f,
                 guint            finger,
                 double           dx,
                 double           dy,
                 guint            steps)
{
  double x, y;

  psg_fingers_get (f->fingers, finger, &x, &y);
  for (guint i = 1; i <= steps; i++)
    {
      psg_fingers_move (f->fingers, finger, x + dx * i / steps, y + dy * i / steps);
      psg_touch_wait (STEP_MS);
    }
}

/**
 * psg_touch_drag:
 * @f: a fixture
 * @x: where the finger begins
 * @y: the same downwards
 * @dx: how far it goes
 * @dy: the same downwards
 *
 * The finger stands still before it is lifted, so that nothing glides on.
 */
void
psg_touch_drag (PsgTouchFixture *f,
                double           x,
                double           y,
                double           dx,
                double           dy)
{
  psg_fingers_press (f->fingers, 0, x, y);
  psg_touch_wait (STEP_MS);
  psg_touch_slide (f, 0, dx, dy, 12);
  psg_touch_wait (APART_MS);
  psg_fingers_lift (f->fingers, 0);
  psg_touch_wait (2 * STEP_MS);
}

static void
lay_two (PsgTouchFixture *f,
         double           x,
         double           y,
         double           apart,
         void           (*lay) (PsgFingers *, guint, double, double))
{
  lay (f->fingers, 0, x - apart / 2, y - SLANT);
  lay (f->fingers, 1, x + apart / 2, y + SLANT);
  psg_touch_wait (STEP_MS);
}

/**
 * psg_touch_spread:
 * @f: a fixture
 * @x: the middle between two fingers
 * @y: the same downwards
 * @from: how far they are from each other, side by side
 * @to: how far they are when they are lifted
 */
void
psg_touch_spread (PsgTouchFixture *f,
                  double           x,
                  double           y,
                  double           from,
                  double           to)
{
  const guint steps = 12;

  lay_two (f, x, y, from, psg_fingers_press);
  for (guint i = 1; i <= steps; i++)
    lay_two (f, x, y, from + (to - from) * i / steps, psg_fingers_move);
  psg_touch_wait (APART_MS);
  psg_fingers_lift (f->fingers, 1);
  psg_fingers_lift (f->fingers, 0);
  psg_touch_wait (2 * STEP_MS);
}

/**
 * psg_touch_pinch:
 * @f: a fixture
 * @x: where the pointer is put
 * @y: the same downwards
 * @scale: how many times as far from each other two fingers upon the touchpad go
 */
void
psg_touch_pinch (PsgTouchFixture *f,
                 double           x,
                 double           y,
                 double           scale)
{
  const guint steps = 10;

  put_pointer (x, y);
  psg_fingers_begin_pinch (f->fingers);
  for (guint i = 1; i <= steps; i++)
    {
      psg_fingers_pinch (f->fingers, 1 + (scale - 1) * i / steps, 0, 0);
      psg_touch_wait (STEP_MS);
    }
  psg_fingers_end_pinch (f->fingers);
  psg_touch_wait (5 * STEP_MS);
}

/**
 * psg_touch_find_menu:
 * @parent: what a menu may be open upon
 *
 * Returns: (transfer none) (nullable): the menu
 */
GtkWidget *
psg_touch_find_menu (GtkWidget *parent)
{
  GtkWidget *child = gtk_widget_get_first_child (parent);

  while (child != NULL && !(GTK_IS_POPOVER_MENU (child) && gtk_widget_get_mapped (child)))
    child = gtk_widget_get_next_sibling (child);

  return child;
}
