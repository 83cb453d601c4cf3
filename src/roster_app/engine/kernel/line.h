/* One person's line: what it counts, costs and breaks. Every method asks here and nowhere else. */
#ifndef ROSTER_LINE_H
#define ROSTER_LINE_H

#include "form.h"

#define WORDS 8             /* 512 days */
#define MOST_CLASSES 32

/* What of some points is paid for broken hard rules: the units, HARD for each unit, LACK for each of too little. */
typedef struct {
    i64 units, hard, lack;
} Broken;

/* The cost of a whole line, worked out afresh: wishes, place, turns, posted duties, counters, order. Cover and crews
 * are not a person's and not in it. `hard` (may be NULL) receives by how many units hard rules are broken. */
i64 line_cost(const Form *f, i32 person, const i32 *line, i64 *hard);
i64 line_parts(const Form *f, i32 person, const i32 *line, Broken *broken); /* the same; adds to `broken` */

/* Its parts. */
i64 standing_points(const Form *f, i32 person, i32 need);                  /* of one duty; NEVER */
i64 left_points(const Form *f, i32 prior, i32 need);                        /* of no longer holding what is posted */
i64 counter_points(const Form *f, i32 person, i32 counter, i32 amount);    /* of one total */
i64 order_points(const Form *f, i32 person, const i32 *line);              /* pairs, runs, rests, weekends, steps */
i64 walk_points(const Form *f, i32 contract, const i32 *line);             /* steps, weekly rest */
i64 mask_points(const Form *f, i32 person, u64 masks[][WORDS]);           /* runs, days off after runs, weekends */
void line_masks(const Form *f, const i32 *line, u64 masks[][WORDS]);       /* bit d of masks[c]: day d has class c */

#endif
