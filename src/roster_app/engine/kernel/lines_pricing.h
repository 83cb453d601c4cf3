/* Inside of lines_price.c: what one pricing works on, and its steps. States are laid out forwards (lines_states.c),
 * values come backwards (lines_values.c), the line is read off forwards; totals outside the state go as surcharges
 * (lines_totals.c). */
#ifndef ROSTER_LINES_PRICING_H
#define ROSTER_LINES_PRICING_H

#include "lines.h"

#include <stdlib.h>
#include <string.h>

#define MOST_BITS 6             /* groups open at once */
#define ARC_GROUPS 4

typedef struct {
    i32 order, flags;
    i32 moves, moves_end;
    i32 before_least, before_most, rest_least, rest_most;  /* of the first total, in units, until here and from here */
    i32 low, high;              /* rows kept: totals from which an end can be reached; low > high: none */
    i64 at;                     /* its values */
} State;

typedef struct {
    i32 to, need, points, outer, inner;
} Way;

typedef struct {
    i32 points, option;         /* the cheapest option under the prices, scaled; INFINITE: none */
    i32 outer, inner;           /* growth of totals without groups */
    i32 groups, bit[ARC_GROUPS], group_outer[ARC_GROUPS], group_inner[ARC_GROUPS];
} Priced;

typedef struct {                /* a total that is part of the state */
    i32 total, outside, size, padded, stride;
} Axis;

typedef struct {
    Lines *l;
    const Form *f;
    Person *p;
    struct Desk *d;
    const i32 *prices;
    const i32 *must;            /* [slots] the need that has to be held there, -1 none, MAY_BE_ANY; NULL: any everywhere */
    i32 *line;
    i32 from, to;
    i32 paced;                  /* only what has been walked counts, and totals keep pace with it */
    i32 begin;                  /* order state at `from` */
    i32 axes, inner, tail;      /* axis 0 is the outer one */
    Axis axis[MOST_TOTALS];
    u64 dropped;                /* totals that did not fit */
    i32 states, moves;
    i64 cells;
} Pricing;

typedef struct Desk {
    State *states;
    i64 states_room;
    Way *moves;
    i64 moves_room;
    i32 *layer;                 /* [slots + 2] first state of each */
    i64 layer_room;
    Priced *priced;
    i64 priced_room;
    i32 *values;
    i64 values_room;
    i32 *index;                 /* state of an order state and flags in the layer being built */
    i64 index_room;
    i32 *mask;                  /* [inner] LIMIT, or INT32_MIN where a cell is only padding */
    i64 mask_room;
    i32 *outside;               /* [totals] */
    i64 outside_room;
    i32 *amounts;               /* [totals] of the line found */
    i64 amounts_room;
    uint8_t *touched;           /* [groups] by the line outside the window */
    i64 touched_room;
    i32 *bits;                  /* [groups] bit while open, -1 */
    i64 bits_room;
    i32 *chain, *chain_points;
    i64 chain_room, chain_points_room;
    i32 *kept;                  /* [slots] */
    i64 kept_room;
    Pricing last;               /* whose values these are */
} Desk;

#define GROW(desk, field, n)                                                                                          \
    do {                                                                                                              \
        if ((desk)->field##_room < (i64)(n)) {                                                                        \
            (desk)->field##_room = (i64)(n) + (n) / 2 + 64;                                                           \
            (desk)->field = realloc((desk)->field, sizeof(*(desk)->field) * (size_t)(desk)->field##_room);            \
        }                                                                                                             \
    } while (0)

static inline i32 symbol_at(const Pricing *x, i32 slot) {
    i32 need = x->line[slot];
    return need < 0 ? order_symbols(x->p->order) : order_symbol(x->p->order, x->f->need_watch[need]);
}

/* --- lines_totals.c: totals as part of the state, and as surcharges where there is no room ---------------------------- */

i32 totals_outside(Pricing *x);                 /* count what lies outside the window; 0: its order is forbidden */
void totals_choose(Pricing *x);                 /* the axes */
void totals_pads(Pricing *x);                   /* how axes but the first lie in a row; `inner` is 0 if they are too many */
i32 totals_axis(const Pricing *x, i32 counter); /* or -1 */
i64 totals_points(const Pricing *x, const Total *t, i32 amount);    /* keeping pace: forbidden where out of step */
void totals_add_up(const Pricing *x);           /* the line, into the desk's amounts */
u64 totals_left_out_broken(const Pricing *x);   /* of those for which there is room */
i32 totals_any_broken(const Pricing *x);        /* a hard one */
void totals_forget_loose(const Pricing *x);
i64 totals_surcharge(const Pricing *x, i32 watch);
i64 totals_surcharged(const Pricing *x);
i32 totals_raise_surcharges(const Pricing *x, i64 step);    /* 1 if any were */

/* --- lines_states.c ---------------------------------------------------------------------------------------------------- */

i32 states_lay(Pricing *x);                     /* -1, or the counter of a group that could not be followed */
void states_trim(Pricing *x);                   /* to the rows from which an end can be reached */

/* --- lines_values.c ---------------------------------------------------------------------------------------------------- */

void values_find(Pricing *x);
i32 values_at(const Pricing *x, i32 state, i32 row, i32 cell);  /* INFINITE outside the rows kept */

#endif
