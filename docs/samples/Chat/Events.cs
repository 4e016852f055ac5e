namespace ChatSample;

/// <summary>A session wants to be in the room under a name.</summary>
public readonly record struct EvJoin(Session Session, string Name);

/// <summary>A session says a line to everybody in the room.</summary>
public readonly record struct EvSay(Session Session, string Line);

/// <summary>A session is gone.</summary>
public readonly record struct EvLeave(Session Session);

/// <summary>The session is in the room.</summary>
public readonly record struct EvJoined;

/// <summary>Somebody in the room has the name already.</summary>
public readonly record struct EvNameTaken(string Name);

/// <summary>Everybody in the room is told something.</summary>
public readonly record struct EvTold(string Line);

/// <summary>The client has sent a line.</summary>
public readonly record struct EvLine(string Text);

/// <summary>The client has sent more than a line may have.</summary>
public readonly record struct EvTooLong;
