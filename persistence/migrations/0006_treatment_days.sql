-- SPDX-License-Identifier: Apache-2.0
-- The days on which an episode was treated are asked for every block of the schedule. Their index answers without the
-- notes themselves, which are long and lie years apart.
-- next
create index visit_treated on visit (episode_id, start_at) where seal_sha256 is not null or total_minutes > 0
