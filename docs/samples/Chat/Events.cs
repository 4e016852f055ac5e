namespace ChatSample;

/// <summary>A session wants to be in the room under a name.</summary>
public readonly record struct EvJoin(Session Session, string Name);

/// <summary>A session sends a line to all sessions in the room.</summary>
public readonly record struct EvSay(Session Session, string Line);

/// <summary>A session is gone.</summary>
public readonly record struct EvLeave(Session Session);

/// <summary>The session is in the room.</summary>
public readonly record struct EvJoined;

/// <summary>Another session in the room has the name already.</summary>
public readonly record struct EvNameTaken(string Name);

/// <summary>A line for all sessions in the room.</summary>
public readonly record struct EvTold(string Line);

/// <summary>The client has sent a line.</summary>
public readonly record struct EvLine(string Text);

/// <summary>The client has sent a line that is too long.</summary>
public readonly record struct EvTooLong;
