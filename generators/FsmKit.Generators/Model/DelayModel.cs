namespace FsmKit.Generators.Model;

/// <summary>The length of a timeout.</summary>
/// <param name="Text">Text for people: milliseconds, or the member that returns the length.</param>
/// <param name="Expression">Code: an expression of type <c>TimeSpan</c>.</param>
/// <param name="IsFixed">Whether the length is a constant.</param>
internal sealed record DelayModel(string Text, string Expression, bool IsFixed);
