namespace FsmKit.Http;

/// <summary>The connection for which a head is written.</summary>
internal interface IHeadOwner
{
    /// <summary>Adds the fields of the protocol and the blank line. Throws when a field is missing that only the application can give.</summary>
    void Complete(HeadBuffer head);

    /// <summary>Notes that the head is in the output.</summary>
    void Commit(HeadKind kind);
}
