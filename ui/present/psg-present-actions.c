/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-present-actions.h"

#include <glib/gi18n-lib.h>

/*
 * The actions of a presentation, which follow its state. What concerns windows (ending, changing screens) is
 * added by whoever has them.
 */

static const char *const pointing_names[] = {
  [PSG_POINTING_NONE] = "none",
  [PSG_POINTING_SPOTLIGHT] = "spotlight",
  [PSG_POINTING_LASER] = "laser",
  [PSG_POINTING_PEN] = "pen",
  [PSG_POINTING_ERASER] = "eraser",
};

static gboolean
is_named (GAction    *action,
          const char *name)
{
  return g_str_equal (g_action_get_name (action), name);
}

static void
go_cb (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       user_data)
{
  PsgPresentation *self = PSG_PRESENTATION (user_data);
  guint n = psg_presentation_get_n_steps (self);

  if (is_named (G_ACTION (action), "next"))
    psg_presentation_go_by (self, 1);
  else if (is_named (G_ACTION (action), "previous"))
    psg_presentation_go_by (self, -1);
  else if (is_named (G_ACTION (action), "first"))
    psg_presentation_go_to (self, 0);
  else
    psg_presentation_go_to (self, n > 0 ? n - 1 : 0);
}

static void
step_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  psg_presentation_go_to (PSG_PRESENTATION (user_data), g_variant_get_uint32 (parameter));
}

static void
return_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  psg_presentation_show_step (PSG_PRESENTATION (user_data));
}

static void
step_event_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PsgSession *session = psg_presentation_get_session (PSG_PRESENTATION (user_data));

  psg_session_step_event (session, is_named (G_ACTION (action), "next-event") ? 1 : -1);
}

static void
set_answer_cb (GSimpleAction *action,
               GVariant      *state,
               gpointer       user_data)
{
  psg_presentation_set_answer_shown (PSG_PRESENTATION (user_data), g_variant_get_boolean (state));
}

static void
set_freeze_cb (GSimpleAction *action,
               GVariant      *state,
               gpointer       user_data)
{
  psg_presentation_set_frozen (PSG_PRESENTATION (user_data), g_variant_get_boolean (state));
}

static void
set_cover_cb (GSimpleAction *action,
              GVariant      *state,
              gpointer       user_data)
{
  PsgCover cover = is_named (G_ACTION (action), "black") ? PSG_COVER_BLACK : PSG_COVER_WHITE;

  psg_presentation_set_cover (PSG_PRESENTATION (user_data), g_variant_get_boolean (state) ? cover : PSG_COVER_NONE);
}

/* The same again takes it away. */
static void
point_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  PsgPresentation *self = PSG_PRESENTATION (user_data);
  const char *name = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pointing_names); i++)
    if (g_str_equal (name, pointing_names[i]))
      psg_presentation_set_pointing (self, psg_presentation_get_pointing (self) == i ? PSG_POINTING_NONE
                                                                                     : (PsgPointing) i);
}

/* Who chooses a colour wants to draw with it. */
static void
choose_pen_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PsgPresentation *self = PSG_PRESENTATION (user_data);
  const char *name = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < PSG_N_INK_COLOURS; i++)
    if (g_str_equal (name, psg_ink_colour_to_string ((PsgInkColour) i)))
      psg_presentation_set_pen (self, (PsgInkColour) i);
  psg_presentation_set_pointing (self, PSG_POINTING_PEN);
}

static void
ink_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  PsgInk *ink = psg_presentation_get_ink (PSG_PRESENTATION (user_data));

  if (is_named (G_ACTION (action), "undo-ink"))
    psg_ink_undo (ink);
  else if (is_named (G_ACTION (action), "redo-ink"))
    psg_ink_redo (ink);
  else
    psg_ink_clear (ink);
}

static void
set_clock_cb (GSimpleAction *action,
              GVariant      *state,
              gpointer       user_data)
{
  psg_lesson_clock_set_running (psg_presentation_get_clock (PSG_PRESENTATION (user_data)),
                                g_variant_get_boolean (state), g_get_monotonic_time ());
  g_simple_action_set_state (action, state);
}

static void
restart_clock_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  PsgLessonClock *clock = psg_presentation_get_clock (PSG_PRESENTATION (user_data));

  psg_lesson_clock_start (clock, clock->planned, g_get_monotonic_time ());
}

/* How many minutes it is to take; 0 for no matter how many. */
static void
plan_cb (GSimpleAction *action,
         GVariant      *minutes,
         gpointer       user_data)
{
  psg_presentation_get_clock (PSG_PRESENTATION (user_data))->planned = g_variant_get_uint32 (minutes) * 60;
}

static const GActionEntry entries[] = {
  { .name = "next", .activate = go_cb },
  { .name = "previous", .activate = go_cb },
  { .name = "first", .activate = go_cb },
  { .name = "last", .activate = go_cb },
  { .name = "step", .activate = step_cb, .parameter_type = "u" },
  { .name = "return", .activate = return_cb },
  { .name = "next-event", .activate = step_event_cb },
  { .name = "previous-event", .activate = step_event_cb },
  { .name = "answer", .state = "false", .change_state = set_answer_cb },
  { .name = "freeze", .state = "false", .change_state = set_freeze_cb },
  { .name = "black", .state = "false", .change_state = set_cover_cb },
  { .name = "white", .state = "false", .change_state = set_cover_cb },
  { .name = "point", .activate = point_cb, .parameter_type = "s", .state = "'none'" },
  { .name = "pen", .activate = choose_pen_cb, .parameter_type = "s", .state = "'red'" },
  { .name = "undo-ink", .activate = ink_cb },
  { .name = "redo-ink", .activate = ink_cb },
  { .name = "clear-ink", .activate = ink_cb },
  { .name = "clock", .state = "true", .change_state = set_clock_cb },
  { .name = "restart-clock", .activate = restart_clock_cb },
  { .name = "plan", .activate = plan_cb, .parameter_type = "u" },
};

static void
set_state (GSimpleActionGroup *group,
           const char         *name,
           GVariant           *state)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (group), name)), state);
}

static void
set_enabled (GSimpleActionGroup *group,
             const char         *name,
             gboolean            enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (group), name)), enabled);
}

static void
show_ink (GSimpleActionGroup *group,
          PsgPresentation    *self)
{
  PsgInk *ink = psg_presentation_get_ink (self);

  set_enabled (group, "undo-ink", psg_ink_get_can_undo (ink));
  set_enabled (group, "redo-ink", psg_ink_get_can_redo (ink));
  set_enabled (group, "clear-ink", !psg_ink_get_empty (ink));
}

static void
show_state (GSimpleActionGroup *group,
            GParamSpec         *pspec,
            PsgPresentation    *self)
{
  guint step = psg_presentation_get_step (self), n = psg_presentation_get_n_steps (self);
  const PsgLessonStep *said = psg_presentation_get_lesson_step (self, step);
  PsgCover cover = psg_presentation_get_cover (self);

  set_enabled (group, "next", step + 1 < n);
  set_enabled (group, "previous", step > 0);
  set_enabled (group, "answer", said != NULL && said->answer != NULL);
  set_enabled (group, "return", psg_presentation_get_strayed (self));
  set_state (group, "answer", g_variant_new_boolean (psg_presentation_get_answer_shown (self)));
  set_state (group, "freeze", g_variant_new_boolean (psg_presentation_get_frozen (self)));
  set_state (group, "black", g_variant_new_boolean (cover == PSG_COVER_BLACK));
  set_state (group, "white", g_variant_new_boolean (cover == PSG_COVER_WHITE));
  set_state (group, "point", g_variant_new_string (pointing_names[psg_presentation_get_pointing (self)]));
  set_state (group, "pen", g_variant_new_string (psg_ink_colour_to_string (psg_presentation_get_pen (self))));
  show_ink (group, self);
}

static void
state_changed_cb (PsgPresentation    *self,
                  GParamSpec         *pspec,
                  GSimpleActionGroup *group)
{
  show_state (group, pspec, self);
}

static void
ink_changed_cb (PsgPresentation    *self,
                GSimpleActionGroup *group)
{
  show_ink (group, self);
}

/**
 * psg_present_actions_new:
 * @presentation: what is presented; it must outlive the group's use
 *
 * Returns: (transfer full): its actions
 */
GSimpleActionGroup *
psg_present_actions_new (PsgPresentation *presentation)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), presentation);
  g_signal_connect_object (presentation, "notify", G_CALLBACK (state_changed_cb), group, 0);
  g_signal_connect_object (presentation, "ink-changed", G_CALLBACK (ink_changed_cb), group, 0);
  show_state (group, NULL, presentation);

  return group;
}
