/* Lines of work: the best line of one person under prices, by dynamic programming over slots, exactly where it can.
 *
 * A state is what the order of the line so far still matters for (lines_order.c), which groups have been touched, and
 * the totals that can bind. What is left out makes the programme a relaxation: its value is then a bound and the line
 * found is priced afresh by line_cost().
 */
#ifndef ROSTER_LINES_H
#define ROSTER_LINES_H

#include "line.h"

#define INFINITE (1 << 30)
#define LIMIT (1 << 29)         /* values from here on mean: cannot be */
#define MOST_TOTALS 8           /* totals that are part of a state at once */
#define MOST_WATCHED 64         /* totals that may become part of it */

/* --- lines_order.c: the order of a contract's lines as a machine, built where it is walked ------------------------ */

typedef struct Order Order;

typedef struct {
    i32 state;                  /* -1: forbidden */
    i32 points;
} Step;

Order *order_new(const Form *f, i32 contract, i32 breach);     /* breach: points for a broken rule, 0: forbidden */
void order_free(Order *o);
i32 order_symbols(const Order *o);              /* symbols are 0 .. n - 1; n itself means a free slot */
i32 order_symbol(const Order *o, i32 watch);    /* watches that the order cannot tell apart have the same */
i32 order_sound(const Order *o);                /* 0: something that earns points was left out, so no bound holds */
i32 order_begin(Order *o);                      /* the state before the first slot */
Step order_step(Order *o, i32 slot, i32 state, i32 symbol);
i32 order_states(const Order *o);

/* --- lines_person.c: what one person can do ------------------------------------------------------------------------ */

typedef struct {
    i32 need, points;           /* points of the duty itself */
} Option;

typedef struct {
    i32 symbol, watch;          /* watch -1: free; else one that stands for all of its options */
    i32 first, last;            /* options */
} Arc;

typedef struct {
    i32 counter, unit;          /* amounts are multiples of unit */
    i32 most;                   /* the largest total that is not forbidden */
    i32 step;                   /* the most one slot can add */
    i32 two_sided, grouped, strong;
    i32 surcharge;              /* scaled, on each unit where the total is not part of the state */
    i32 *reach;                 /* [slots + 1] the most it can grow from the first slot to here */
} Total;

typedef struct {
    i32 person, broken;         /* broken: no line keeps all hard rules, so they cost points instead */
    i32 impossible;             /* a total can never reach its hard least */
    i64 constant;               /* points of totals that never change */
    Order *order;
    i32 *arc_first;             /* [slots + 1] */
    Arc *arcs;
    Option *options;
    i32 totals;
    Total *total;
    u64 chosen;                 /* bit i: total i has shown to bind */
} Person;

typedef struct {
    const Form *f;
    i32 scale;                  /* one point is so many units of value */
    i32 breach;                 /* points for a broken hard rule where no line keeps all */
    i64 room;                   /* bytes one pricing may use */
    Order **strict, **lenient;  /* [contracts] */
    Person *persons;            /* [people] */
    i32 *group_first, *group_last;      /* [groups] slots */
    uint8_t *shrinks;           /* [counters] some duty takes something off */
    void *desk;                 /* room to work in */
    u64 dice;
} Lines;

Lines *lines_new(const Form *f, i64 room, u64 seed);
void lines_free(Lines *l);
Person *lines_person(Lines *l, i32 person);
void person_lenient(Lines *l, Person *p);
i64 total_points(const Lines *l, const Person *p, const Total *t, i32 amount);  /* unscaled; < 0: forbidden */

/* --- lines_desk.c: room to work in -------------------------------------------------------------------------------- */

void *desk_new(void);
void desk_free(void *desk);

/* --- lines_price.c ------------------------------------------------------------------------------------------------- */

#define MAY_BE_ANY -2

enum { LINE_FOUND = 1, LINE_EXACT = 2, LINE_BOUND = 4 };

/* The best line of a person where everything outside the slots [from, to) stays as `line` has it. `prices` are scaled
 * points off the cost for each need. `must` [slots] is what the line is held to, each a need, -1 for free, or MAY_BE_ANY;
 * NULL: to nothing. Writes the line into `line`; `value`: the scaled value of the programme, which with LINE_BOUND is no
 * more than any such line's. */
i32 lines_best(Lines *l, i32 person, const i32 *prices, const i32 *must, i32 from, i32 to, i32 *line, i64 *value);

i32 lines_paced(Lines *l, i32 person, const i32 *prices, i32 from, i32 to, i32 *line, i64 *value);

static inline u64 lines_roll(u64 *dice) { /* xorshift64* */
    *dice ^= *dice >> 12;
    *dice ^= *dice << 25;
    *dice ^= *dice >> 27;
    return *dice * 2685821657736338717ULL;
}
static inline i32 lines_below(u64 *dice, i32 n) { return (i32)(((lines_roll(dice) >> 32) * (u64)n) >> 32); }

#endif
