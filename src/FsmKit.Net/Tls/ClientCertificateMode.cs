namespace FsmKit.Net;

/// <summary>Treatment of client certificates by a server.</summary>
public enum ClientCertificateMode
{
    /// <summary>Does not request a client certificate.</summary>
    None,

    /// <summary>Requests a client certificate. Accepts a client without a certificate; refuses one with an untrusted certificate.</summary>
    Request,

    /// <summary>Requires a client certificate. Refuses a client without a trusted certificate.</summary>
    Require,
}
