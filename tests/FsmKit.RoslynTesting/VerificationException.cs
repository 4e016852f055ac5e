namespace FsmKit.RoslynTesting;

/// <summary>What a verifier found is not what the test expects.</summary>
public sealed class VerificationException(string message) : Exception(message);
