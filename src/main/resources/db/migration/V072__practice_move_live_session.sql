-- A live session goes on in another group when its task does.
grant update (group_id) on live_session to ${app-role};
