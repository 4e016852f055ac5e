namespace FsmKit.Generators.Model;

/// <summary>Input or output event.</summary>
/// <param name="Name">Short name, for people.</param>
/// <param name="Identifier">The name as an identifier, unique among the events of the gclass.</param>
/// <param name="Type">Full name of the type, for code.</param>
/// <param name="Summary">Summary of the type.</param>
/// <param name="IsBorrowed">Whether the type is a <c>ref struct</c>.</param>
/// <param name="HasText">Whether a trace can show its data: a kept event, or a borrowed one with a <c>ToString</c> of its own.</param>
internal sealed record EventModel(string Name, string Identifier, string Type, string Summary, bool IsBorrowed, bool HasText);
