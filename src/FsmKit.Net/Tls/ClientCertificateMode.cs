namespace FsmKit.Net;

/// <summary>What a server wants to see of its clients' certificates.</summary>
public enum ClientCertificateMode
{
    /// <summary>It does not ask for one.</summary>
    None,

    /// <summary>It asks; a client without one is served, a client with one that is not trusted is not.</summary>
    Request,

    /// <summary>Without a trusted certificate there is no connection.</summary>
    Require,
}
