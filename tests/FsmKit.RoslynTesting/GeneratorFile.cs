namespace FsmKit.RoslynTesting;

/// <summary>A generated file.</summary>
/// <param name="HintName">Its name.</param>
/// <param name="Text">Its text.</param>
public sealed record GeneratorFile(string HintName, string Text);
