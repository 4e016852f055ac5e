namespace FsmKit.Generators.Model;

/// <summary>The length of a timeout.</summary>
/// <param name="Text">For people: milliseconds, or the member that tells it.</param>
/// <param name="Expression">For code: an expression of type <c>TimeSpan</c>.</param>
/// <param name="IsFixed">Whether it is a constant.</param>
internal sealed record DelayModel(string Text, string Expression, bool IsFixed);
