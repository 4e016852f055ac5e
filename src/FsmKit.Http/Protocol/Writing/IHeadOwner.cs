namespace FsmKit.Http;

/// <summary>The connection that a head is being written for.</summary>
internal interface IHeadOwner
{
    /// <summary>Adds what the application has left to us, and the blank line, or throws when it has left out what only it can know.</summary>
    void Complete(HeadBuffer head);

    /// <summary>The head is in the output.</summary>
    void Commit(HeadKind kind);
}
