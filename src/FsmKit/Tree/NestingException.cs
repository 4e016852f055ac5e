namespace FsmKit;

/// <summary>Exception for nested sends that have used up the stack.</summary>
internal sealed class NestingException(string message) : GObjException(message);
