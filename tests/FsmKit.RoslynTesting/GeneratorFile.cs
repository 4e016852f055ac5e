namespace FsmKit.RoslynTesting;

/// <summary>A generated file.</summary>
/// <param name="HintName">Name of the file.</param>
/// <param name="Text">Text of the file.</param>
public sealed record GeneratorFile(string HintName, string Text);
