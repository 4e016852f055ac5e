namespace FsmKit;

/// <summary>Sends inside of sends have used up the stack.</summary>
internal sealed class NestingException(string message) : GObjException(message);
