/* The problem form: whole numbers only. Python fills it (form.py mirrors these fields, in this order).
 *
 * Time is a row of slots; a slot is one day's stretch in which a person can hold at most one duty, and most days have
 * one. A watch is everything of one slot over the same minutes; a need is a count of identical seats of a watch. A
 * person's line holds one need a slot, or none (-1). What stands already, in this period or a neighbouring one, is part
 * of the line as well and marked in `fixed`.
 *
 * Days count from the first known day; the period reaches from day `first` to day `last`, both inclusive.
 */
#ifndef ROSTER_FORM_H
#define ROSTER_FORM_H

#include <stdint.h>

typedef int32_t i32;
typedef int64_t i64;
typedef uint32_t u32;
typedef uint64_t u64;

#define HARD 10000000      /* points for each unit by which a hard rule is broken: more than anything else costs */
#define LACK (HARD / 20)   /* points for each unit of a hard rule's too little, which nobody's standing breaks too: no
                              rule is broken for its sake */
#define NEVER 1000000000   /* in a table of points: this cannot be */
#define UNLIMITED 1000000000

enum {
    BAND_APART,
    BAND_TOGETHER,
    BAND_SQUAD /* together, but for those who cannot stand at that time */
};

typedef struct {
    i32 people, slots, days, first, last;
    i32 watches, needs, kinds, reach, places, person_places;
    i32 counters, groups, crews, bands, contracts, classes;
    i32 weekends, sunday;       /* sunday: the first one of the period */

    /* time: needs are in order of their slot, those of slot t are [slot_needs[t], slot_needs[t + 1]) */
    const i32 *slot_day;        /* [slots] ascending */
    const i32 *slot_needs;      /* [slots + 1] */
    const i32 *weekend_day;     /* [weekends] each Saturday of the period whose Sunday is in it too */

    const i32 *watch_slot, *watch_kind, *watch_start, *watch_end;   /* [watches]; minutes from day 0's midnight */
    const u32 *watch_classes;   /* [watches] bit c: counts for class c; bit 0 is work of any kind */
    const i32 *watch_counters;  /* [watches + 1] into counter_of, counter_amount */
    const i32 *counter_of, *counter_amount;
    const i32 *watch_groups;    /* [watches + 1] into group_of: groups the watch belongs to (a weekend, a day) */
    const i32 *group_of;
    const i32 *group_counter;   /* [groups] the counter that goes up by one while the group has a duty */

    const i32 *need_watch, *need_place, *need_site;     /* [needs]; site -1: it does not matter */
    const i32 *need_crews;      /* [needs + 1] into crew_of: the crews a holder belongs to */
    const i32 *crew_of;
    const i32 *need_open;       /* [needs] 1: people may be moved in and out */
    const i32 *need_least, *need_wanted, *need_most;                /* [needs] people, fixed ones included */
    const i32 *need_short, *need_below, *need_over;                 /* [needs] points each under least, under wanted, over wanted */
    const i32 *need_turns;      /* [needs + 1] into turn_person, turn_points: whose turn it is, points for any other holder */
    const i32 *turn_person, *turn_points;
    const i32 *need_prior_points;               /* [needs] points where the one who held it in the posted edition does not */

    const i32 *contract;        /* [people] */
    const i32 *place;           /* [people] class of qualifications, home and the like */
    const u32 *marks;           /* [people] bits for crews: see crew.c */
    const i32 *kin;             /* [people] affiliation number, -1 unknown */
    const i32 *wish;            /* [people * watches] points, NEVER */
    const i32 *place_points;    /* [person_places * places] points, NEVER */
    const i32 *prior;           /* [people * slots] the need held in the posted edition, -1 */
    const i32 *fixed;           /* [people * slots] the need that stands already, -1 */
    const i32 *since;           /* [people] the first day of which is known what the person did */

    /* counters: what a person's line adds up to, [people * counters] each */
    const i32 *counter_base;    /* carried from outside the line */
    const i32 *counter_least, *counter_most;    /* hard, UNLIMITED / -UNLIMITED where none */
    const i32 *counter_low, *counter_high;      /* the band that costs nothing */
    const i32 *counter_under, *counter_over;    /* points a unit outside the band */
    const i32 *counter_lack;    /* [counters] points a unit below the hard least: LACK for the largest duty */

    /* contracts: what a line's order may be */
    const i32 *pair;            /* [contracts * kinds * kinds * (reach + 1)] points for a duty of kind b `r` days after one of kind a: HARD for each rule it breaks, and wishes */
    const i32 *run_first;       /* [contracts + 1] into the run_ arrays */
    const i32 *run_class, *run_off, *run_least, *run_most, *run_points;   /* points a day outside; HARD: hard */
    const i32 *after_first;     /* [contracts + 1] into the after_ arrays: days off after a run */
    const i32 *after_class, *after_run, *after_days, *after_points;
    const i32 *weekly_first;    /* [contracts + 1] into the weekly_ arrays: a free stretch each week */
    const i32 *weekly_rest, *weekly_rolling, *weekly_points;    /* minutes; 1: any seven days; points a minute short */
    const i32 *half_weekend;    /* [contracts] points for a weekend with one day worked */
    const i32 *step;            /* [contracts] points for a duty at another site than the one before */

    /* crews: the people of one shift at one checkpoint */
    const i32 *crew_needs;      /* [crews + 1] into crew_need */
    const i32 *crew_need;
    const i32 *crew_leader, *crew_alone, *crew_new, *crew_gender, *crew_kin;   /* [crews] points, 0: not asked; HARD for each hard rule, and wishes */
    const i32 *crew_bands;      /* [crews] 1: bands matter */
    const i32 *squad_free;      /* [crews * people] 1: could stand with the crew; only where there are squads */
    const i32 *person_bands;    /* [people + 1] into person_band: the groups of people that a rule names together */
    const i32 *person_band;
    const i32 *band_people;     /* [bands + 1] into band_person */
    const i32 *band_person;
    const i32 *band_kind, *band_points;     /* [bands] BAND_..., points a unit */
} Form;

#endif
