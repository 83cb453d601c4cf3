/* A draft: everybody's line, with all that is counted kept up to date, so that a change costs little to weigh. */
#ifndef ROSTER_DRAFT_H
#define ROSTER_DRAFT_H

#include "line.h"

#define MOST_CHANGES 64     /* in one move */
#define MOST_SIDES 24       /* people in one move */
#define MOST_CREW 256       /* people of one shift at one checkpoint, and bands they belong to */
#define MOST_TOUCHED 256    /* crews in one move */

enum { LEADS = 1, NEW = 2, FEMALE = 4, MALE = 8 };   /* bits of Form.marks */

typedef struct {
    const Form *f;
    i32 words;              /* of a mask of days */
    i32 soft_pairs;         /* 1 where two duties near each other may cost points without being forbidden */
    i32 crews;              /* 0 while moves cannot change what crews are: then holders are not kept either */
    i64 link;               /* points for each unit by which a crew breaks a hard rule; HARD at the end */
    i64 cost;
    i64 broken_crews;       /* units by which crews break hard rules */
    i32 *lines;             /* [people * slots] */
    i32 *amounts;           /* [people * counters] */
    i32 *grouped;           /* [people * groups] duties in each group */
    u64 *masks;             /* [people * classes * words] */
    i64 *mask_cost, *rest_cost;     /* [people] runs and weekends; steps and weekly rest */
    i32 *fill;              /* [needs] */
    i32 *holder_at;         /* [needs + 1] into holders */
    i32 *holders;           /* who holds each need, in no order; only where crews matter */
} Draft;

/* A wish to change some lines at once: slot by slot, everything of one person together. */
typedef struct {
    i32 count, sides;
    i32 person[MOST_CHANGES], slot[MOST_CHANGES], need[MOST_CHANGES];
} Move;

/* Room to weigh moves in: one for each thread. */
typedef struct {
    u64 dice;
    i64 gain;               /* what accepted moves have changed the cost by */
    i64 broken;             /* likewise the units of broken crews */
    i32 *delta, *touched;   /* [sides * counters], [sides * counters] */
    i32 *group_delta, *group_touched;
    i32 *crew_seen, crew_mark;
    u64 proposals, accepted;
} Room;

Draft *draft_new(const Form *f, const i32 *lines);
void draft_free(Draft *d);
void draft_set(Draft *d, const i32 *lines);     /* take these lines and count afresh */
i64 draft_recount(Draft *d);                    /* the cost counted afresh; the draft's own is set to it */
i64 draft_soft(const Draft *d, Broken *broken); /* the same afresh, hard rules apart; only where crews are weighed */
void draft_lines(const Draft *d, i32 *lines);
Room *room_new(const Form *f, u64 seed);
void room_free(Room *r);

/* Carry the move out if it costs at most `limit` points more; the change of cost, or NEVER if it was not. */
i64 draft_try(Draft *d, Room *r, const Move *m, i64 limit);

/* Moves of several people at once: see together.c. */
void together(const Draft *d, Room *r, Move *m);
void gather(Draft *d, Room *r, i64 limit);
void fill_crews(Draft *d, Room *r, i64 limit, i32 tries);

i64 cover_points(const Form *f, i32 need, i32 people);
i64 crew_points(const Draft *d, i32 crew, i64 *broken);     /* soft points; `broken` receives hard units */

static inline u64 roll(Room *r) { /* xorshift64* */
    r->dice ^= r->dice >> 12;
    r->dice ^= r->dice << 25;
    r->dice ^= r->dice >> 27;
    return r->dice * 2685821657736338717ULL;
}
static inline i32 below(Room *r, i32 n) { return (i32)(((roll(r) >> 32) * (u64)n) >> 32); }
static inline double chance(Room *r) { return (double)(roll(r) >> 11) * 0x1.0p-53; }

#endif
