/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <atspi/atspi.h>
#include <gio/gio.h>
#include <string.h>

/* libatspi has none. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiEventListener, g_object_unref)

/*
 * The app as a screen reader has it: from another process, over a real accessibility bus, with keys
 * alone. Every control has words, wherever one gets to; the main task is done by what is spoken.
 */

#define NAME "io.github.passages_app.Passages"
#define WINDOW "/io/github/passages_app/Passages/window/1"

/* What one may ask of an accessible. */
typedef struct
{
  AtspiRole role;        /* %ATSPI_ROLE_INVALID: any */
  const char *name;      /* (nullable): which this is a part of */
  AtspiStateType state;  /* %ATSPI_STATE_INVALID: any */
} Wanted;

static AtspiAccessible *focused;
static char *home;

static gboolean
is_called (AtspiAccessible *self,
           const char      *words)
{
  g_autofree char *name = atspi_accessible_get_name (self, NULL);

  return name != NULL && strstr (name, words) != NULL;
}

static void
wait (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (5000);
}

/* A command, of which @words end the line. */
static void
run (const char *command,
     const char *words)
{
  g_autofree char *line = g_strconcat (command, " ", words, NULL);
  g_autofree char *printed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_spawn_command_line_sync (line, &printed, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* "ctrl+k", "Return": as xdotool(1) names them */
static void
press (const char *keys)
{
  run ("xdotool key --delay 20", keys);
  wait (150);
}

static void
type (const char *words)
{
  g_autofree char *quoted = g_shell_quote (words);

  run ("xdotool type --delay 12", quoted);
  wait (500);
}

static void
activate (const char *action)
{
  run ("gdbus call --session --dest " NAME " --object-path " WINDOW " --method org.gtk.Actions.Activate", action);
  wait (800);
}

static gboolean
is_wanted (AtspiAccessible *self,
           const Wanted    *wanted)
{
  AtspiStateSet *states;
  gboolean has;

  if (wanted->role != ATSPI_ROLE_INVALID && atspi_accessible_get_role (self, NULL) != wanted->role)
    return FALSE;
  if (wanted->name != NULL && !is_called (self, wanted->name))
    return FALSE;
  if (wanted->state == ATSPI_STATE_INVALID)
    return TRUE;
  states = atspi_accessible_get_state_set (self);

  has = atspi_state_set_contains (states, wanted->state);
  g_object_unref (states);

  return has;
}

static AtspiAccessible *
get_root (void)
{
  g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
  int n;

  /* What was true once is asked for again: GTK does not tell of every change. */
  atspi_accessible_set_cache_mask (desktop, ATSPI_CACHE_NONE);
  n = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) each = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (each != NULL && is_called (each, "assages"))
        return g_steal_pointer (&each);
    }

  return NULL;
}

/* (transfer full) (nullable): the first below @root that is asked for */
static AtspiAccessible *
find (AtspiAccessible *root,
      const Wanted    *wanted)
{
  int n;

  if (root == NULL)
    return NULL;
  if (is_wanted (root, wanted))
    return g_object_ref (root);

  n = atspi_accessible_get_child_count (root, NULL);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (root, i, NULL);
      AtspiAccessible *found = find (child, wanted);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static AtspiAccessible *
wait_for (AtspiRole   role,
          const char *name)
{
  Wanted wanted = { role, name, ATSPI_STATE_INVALID };
  gint64 end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  for (;;)
    {
      g_autoptr (AtspiAccessible) root = get_root ();
      AtspiAccessible *found = find (root, &wanted);

      if (found != NULL)
        return found;
      if (g_get_monotonic_time () > end)
        g_error ("There is no “%s”", name);
      wait (200);
    }
}

static void
focused_cb (AtspiEvent *event,
            gpointer    data)
{
  if (event->detail1 != 0)
    g_set_object (&focused, event->source);
}

/* What a person does with it, as opposed to what only frames it. */
static gboolean
is_control (AtspiRole role)
{
  switch (role)
    {
    case ATSPI_ROLE_PUSH_BUTTON:
    case ATSPI_ROLE_TOGGLE_BUTTON:
    case ATSPI_ROLE_CHECK_BOX:
    case ATSPI_ROLE_RADIO_BUTTON:
    case ATSPI_ROLE_COMBO_BOX:
    case ATSPI_ROLE_ENTRY:
    case ATSPI_ROLE_TEXT:
    case ATSPI_ROLE_SPIN_BUTTON:
    case ATSPI_ROLE_SLIDER:
    case ATSPI_ROLE_MENU_ITEM:
    case ATSPI_ROLE_CHECK_MENU_ITEM:
    case ATSPI_ROLE_RADIO_MENU_ITEM:
    case ATSPI_ROLE_LIST:
    case ATSPI_ROLE_LIST_ITEM:
    case ATSPI_ROLE_PAGE_TAB:
    case ATSPI_ROLE_LINK:
    case ATSPI_ROLE_FRAME:
    case ATSPI_ROLE_DIALOG:
      return TRUE;
    default:
      return FALSE;
    }
}

/* GTK says the name of a type where it has no words; "_Open" is how a mnemonic is written. */
static gboolean
says_something (const char *name)
{
  static const char *const types[] = { "Gtk", "Adw", "Psg", "Shumate" };

  if (name == NULL || *name == '\0' || g_ascii_strcasecmp (name, "none") == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_has_prefix (name, types[i]) && g_ascii_isupper (name[strlen (types[i])]))
      return FALSE;

  return *name != '_' && strstr (name, " _") == NULL;
}

static char *
describe (AtspiAccessible *self)
{
  g_autofree char *role = atspi_accessible_get_role_name (self, NULL);
  g_autofree char *name = atspi_accessible_get_name (self, NULL);
  g_autofree char *more = atspi_accessible_get_description (self, NULL);

  return g_strdup_printf ("%s “%s” (%s)", role, name, more);
}

/* GTK 4.8 does not tell whether something is in sight; what never was has no size. */
static gboolean
is_showing (AtspiAccessible *self)
{
  AtspiComponent *component = atspi_accessible_get_component_iface (self);
  AtspiRect *rect = component != NULL ? atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL) : NULL;
  Wanted visible = { ATSPI_ROLE_INVALID, NULL, ATSPI_STATE_VISIBLE };
  gboolean showing = is_wanted (self, &visible) && (rect == NULL || (rect->width > 0 && rect->height > 0));

  g_clear_object (&component);
  g_free (rect);

  return showing;
}

/* What it is a part of, for whoever looks for it. */
static char *
describe_place (AtspiAccessible *self)
{
  g_autoptr (AtspiAccessible) parent = atspi_accessible_get_parent (self, NULL);
  g_autofree char *name = parent != NULL ? atspi_accessible_get_name (parent, NULL) : NULL;

  if (parent == NULL || says_something (name))
    return g_steal_pointer (&name);

  return describe_place (parent);
}

static void
check_name (AtspiAccessible *self,
            GString         *nameless)
{
  g_autofree char *name = atspi_accessible_get_name (self, NULL);
  g_autofree char *what = NULL;
  g_autofree char *place = NULL;

  if (says_something (name) || !is_showing (self))
    return;

  what = describe (self);
  place = describe_place (self);
  g_string_append_printf (nameless, "\n  %s in %s", what, place);
}

static void
collect_nameless (AtspiAccessible *self,
                  GString         *nameless)
{
  AtspiRole role = atspi_accessible_get_role (self, NULL);
  int n;

  if (is_control (role))
    check_name (self, nameless);
  /* The window of shortcuts is GTK's own, and what labels say was asked of what they label. */
  if (role == ATSPI_ROLE_LABEL || (role == ATSPI_ROLE_FRAME && is_called (self, "Keyboard Shortcuts")))
    return;

  n = atspi_accessible_get_child_count (self, NULL);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (self, i, NULL);

      if (child != NULL)
        collect_nameless (child, nameless);
    }
}

static void
assert_all_named (const char *place)
{
  g_autoptr (AtspiAccessible) root = get_root ();
  g_autoptr (GString) nameless = g_string_new (NULL);

  g_assert_nonnull (root);
  collect_nameless (root, nameless);
  if (nameless->len > 0)
    g_test_message ("Without words, %s:%s", place, nameless->str);
  if (nameless->len > 0)
    g_test_fail ();
}

/* There is no window manager that would, when another window has gone. */
static void
focus_window (void)
{
  run ("xdotool", "search --onlyvisible --name Lithuania windowfocus");
  wait (300);
}

static void
test_it_is_on_the_bus (void)
{
  g_autoptr (AtspiAccessible) window = wait_for (ATSPI_ROLE_FRAME, "Lithuania – Belarus");
  /* GTK 4.18 has only the rows in sight, about the event it begins with. */
  g_autoptr (AtspiAccessible) event = wait_for (ATSPI_ROLE_LIST_ITEM, "Raigardas close");

  focus_window ();
  wait (1000);
}

static void
test_every_control_has_words (void)
{
  /* With their targets. */
  static const char *const places[] = {
    "show-notes [] {}",
    "show-lessons [] {}",
    "search [] {}",
    "go-to-date [] {}",
    "compare-dates [] {}",
    "show-legend [] {}",
    "show-collection [] {}",
    "new-event [] {}",
    "preferences [] {}",
    "show-shortcuts [] {}",
    "export-picture [] {}",
  };

  assert_all_named ("at the start");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      activate (places[i]);
      assert_all_named (places[i]);
      press ("Escape");
    }
}

/* GTK 4.18 tells of no change to who is no screen reader: it is looked for. */
static void
find_focused (void)
{
  Wanted wanted = { ATSPI_ROLE_INVALID, NULL, ATSPI_STATE_FOCUSED };
  g_autoptr (AtspiAccessible) root = focused == NULL ? get_root () : NULL;

  if (focused == NULL)
    focused = find (root, &wanted);
}

/* Along everything with Tab, until it comes round again. */
static void
test_the_focus_goes_round (void)
{
  g_autoptr (GPtrArray) been = g_ptr_array_new_with_free_func (g_free);
  gboolean round = FALSE;

  focus_window ();
  for (guint i = 0; i < 100 && !round; i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *what = NULL;

      g_clear_object (&focused);
      press ("Tab");
      find_focused ();
      if (focused == NULL)
        continue;

      name = atspi_accessible_get_name (focused, NULL);
      what = describe (focused);
      /* What can only be scrolled is read by what is in it. */
      if (!is_control (atspi_accessible_get_role (focused, NULL)))
        continue;
      if (!says_something (name))
        g_test_message ("What has the focus has no words: %s, after %s", what,
                        been->len > 0 ? (char *) g_ptr_array_index (been, been->len - 1) : "");
      g_assert_true (says_something (name));
      /* What it began with may have been in a window that was closed. */
      for (guint j = 0; been->len > 5 && j < 5; j++)
        round |= g_str_equal (what, g_ptr_array_index (been, j));
      g_ptr_array_add (been, g_steal_pointer (&what));
    }

  for (guint i = 0; !round && i < been->len; i++)
    g_test_message ("%u: %s", i, (char *) g_ptr_array_index (been, i));
  g_assert_true (round);
  g_assert_cmpuint (been->len, >, 15);
}

static gboolean
is_on (AtspiRole   role,
       const char *name)
{
  Wanted wanted = { role, name, ATSPI_STATE_INVALID };

  find_focused ();

  return focused != NULL && is_wanted (focused, &wanted);
}

/* (transfer full): what is read from where the caret is in what has the focus, to the end of the line */
static char *
read_on (void)
{
  AtspiText *text = atspi_accessible_get_text_iface (focused);
  AtspiTextRange *range;
  char *words;

  g_assert_nonnull (text);
  range = atspi_text_get_string_at_offset (text, atspi_text_get_caret_offset (text, NULL),
                                           ATSPI_TEXT_GRANULARITY_PARAGRAPH, NULL);
  g_assert_nonnull (range);
  words = g_strdup (range->content);
  g_boxed_free (ATSPI_TYPE_TEXT_RANGE, range);
  g_object_unref (text);

  return words;
}

static void
assert_said (char       *spoken,
             const char *words)
{
  g_test_message ("It says: %s", spoken);
  g_assert_nonnull (strstr (spoken, words));
  g_free (spoken);
}

/* An event is found and heard, its document opened at the passage, and a note added. */
static void
test_the_main_task (void)
{
  g_autoptr (AtspiAccessible) found = NULL;
  g_autoptr (AtspiAccessible) heading = NULL;
  g_autoptr (AtspiAccessible) timeline = NULL;
  g_autoptr (AtspiAccessible) open = NULL;
  g_autoptr (AtspiAccessible) note = NULL;
  AtspiAction *action;

  focus_window ();
  g_clear_object (&focused);
  press ("ctrl+k");
  g_assert_true (is_on (ATSPI_ROLE_TEXT, "Search everything"));
  type ("kind:event wagner fighters");
  found = wait_for (ATSPI_ROLE_LIST_ITEM, "Wagner fighters move to Belarus");
  assert_said (describe (found), "c. Jul");
  press ("Return");

  heading = wait_for (ATSPI_ROLE_INVALID, "Wagner fighters move to Belarus");
  timeline = wait_for (ATSPI_ROLE_INVALID, "Timeline");
  assert_said (describe (timeline), "c. July 2023, approximate, known to the month, Wagner fighters move to Belarus");

  open = wait_for (ATSPI_ROLE_PUSH_BUTTON, "Open document at this passage");
  g_clear_object (&focused);
  action = atspi_accessible_get_action_iface (open);
  g_assert_true (atspi_action_do_action (action, 0, NULL));
  g_object_unref (action);
  wait (1000);
  g_assert_true (is_on (ATSPI_ROLE_TEXT, NULL));
  assert_said (read_on (), "In July 2023 Wagner fighters moved to Belarus");

  press ("alt+Left");
  wait (500);
  g_clear_object (&focused);
  press ("ctrl+m");
  wait (500);
  g_assert_true (is_on (ATSPI_ROLE_TEXT, "Note"));
  type ("Who says so?");
  assert_said (read_on (), "Who says so?");
  press ("ctrl+shift+m");
  note = wait_for (ATSPI_ROLE_LIST_ITEM, "Who says so?");
  assert_said (describe (note), "Wagner fighters move to Belarus");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AtspiEventListener) listener = NULL;
  g_autoptr (GSubprocess) app = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  /* libatspi warns of an app that is on its way, of which it asks everything at once. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_setenv ("GTK_A11Y", "atspi", TRUE);
  g_setenv ("PASSAGES_DATADIR", g_getenv ("GSETTINGS_SCHEMA_DIR"), TRUE);
  home = g_dir_make_tmp ("passages-access-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  app = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, argv[1], NULL);
  atspi_init ();
  /* It may have much to do first. */
  atspi_set_timeout (20000, 20000);
  listener = atspi_event_listener_new (focused_cb, NULL, NULL);
  atspi_event_listener_register (listener, "object:state-changed:focused", NULL);

  g_test_add_func ("/access/it-is-on-the-bus", test_it_is_on_the_bus);
  g_test_add_func ("/access/every-control-has-words", test_every_control_has_words);
  g_test_add_func ("/access/the-focus-goes-round", test_the_focus_goes_round);
  g_test_add_func ("/access/the-main-task", test_the_main_task);
  status = g_test_run ();

  g_subprocess_force_exit (app);
  g_clear_object (&focused);
  atspi_exit ();
  run ("rm -rf", home);
  g_free (home);

  return status;
}
