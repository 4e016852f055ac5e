namespace FsmKit;

/// <summary>A row of the table.</summary>
/// <param name="State">Index of the state that has it; -1 when it is on the class, and holds wherever no state has an answer.</param>
/// <param name="Event">Name of the event, or for a timeout its length, as in <c>After(5000)</c>.</param>
/// <param name="Answer">What it says about the event.</param>
/// <param name="Action">The action's name, or null.</param>
/// <param name="Next">Index of the next state, or -1 to stay.</param>
/// <param name="Guard">The guard's name, or null.</param>
public sealed record RowDescription(int State, string Event, Answer Answer, string? Action, int Next, string? Guard);
