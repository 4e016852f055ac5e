namespace FsmKit.Generators.Model;

/// <summary>An event that goes in or comes out.</summary>
/// <param name="Name">Its short name, for people.</param>
/// <param name="Identifier">The same as an identifier, different from that of every other event of the gclass.</param>
/// <param name="Type">Its full name, for code.</param>
/// <param name="Summary">Its summary.</param>
/// <param name="IsBorrowed">Whether it is a <c>ref struct</c>.</param>
/// <param name="HasText">Whether a trace can show its data: a kept event, or a borrowed one with a <c>ToString</c> of its own.</param>
internal sealed record EventModel(string Name, string Identifier, string Type, string Summary, bool IsBorrowed, bool HasText);
