using Microsoft.CodeAnalysis;

namespace FsmKit.Mutants;

/// <summary>A table with one fault.</summary>
/// <param name="Kind">The class of faults.</param>
/// <param name="What">Text of the fault.</param>
/// <param name="Root">The file with the fault.</param>
internal sealed record Mutant(string Kind, string What, SyntaxNode Root);
