namespace Microsoft.AspNetCore.Server.Kestrel.Core;

/// <summary>A text of Kestrel. Of an exception it is only compared whether there is a text.</summary>
public sealed class AnyText
{
    public static implicit operator string(AnyText text) => text?.ToString();

    public override string ToString() => "a text of Kestrel";
}

/// <summary>Texts of Kestrel.</summary>
public static class CoreStrings
{
    private static readonly AnyText Any = new();

    public static AnyText BadRequest_InvalidRequestHeadersNoCRLF => Any;

    public static AnyText BadRequest_MethodNotAllowed => Any;

    public static AnyText BadRequest_MissingHostHeader => Any;

    public static AnyText BadRequest_MultipleHostHeaders => Any;

    public static AnyText CannotUpgradeNonUpgradableRequest => Any;

    public static AnyText ConnectionAbortedByApplication => Any;

    public static AnyText ConnectionTimedBecauseResponseMininumDataRateNotSatisfied => Any;

    public static AnyText MaxRequestBodySizeCannotBeModifiedAfterRead => Any;

    public static AnyText MaxRequestBodySizeCannotBeModifiedForUpgradedRequests => Any;

    public static AnyText NonzeroContentLengthNotAllowedOn205 => Any;

    public static AnyText ResponseStreamWasUpgraded => Any;

    public static AnyText SynchronousReadsDisallowed => Any;

    public static AnyText SynchronousWritesDisallowed => Any;

    public static AnyText UpgradeCannotBeCalledMultipleTimes => Any;

    public static AnyText UpgradedConnectionLimitReached => Any;

    public static AnyText FormatBadRequest_InvalidContentLength_Detail(object detail) => With(detail);

    public static AnyText FormatBadRequest_InvalidHostHeader_Detail(object detail) => With(detail);

    public static AnyText FormatBadRequest_InvalidRequestHeader_Detail(object detail) => With(detail);

    public static AnyText FormatBadRequest_InvalidRequestLine_Detail(object detail) => With(detail);

    public static AnyText FormatBadRequest_InvalidRequestTarget_Detail(object detail) => With(detail);

    public static AnyText FormatBadRequest_LengthRequiredHttp10(object detail) => With(detail);

    public static AnyText FormatBadRequest_RequestBodyTooLarge(object detail) => With(detail);

    public static AnyText FormatBadRequest_UnrecognizedHTTPVersion(object detail) => With(detail);

    public static AnyText FormatHeaderNotAllowedOnResponse(object name, object status) => With(name ?? status);

    /// <summary>A text that tests look for, and that the server has too.</summary>
    public static string FormatTooFewBytesWritten(object written, object expected) =>
        $"Response Content-Length mismatch: too few bytes written ({written} of {expected}).";

    public static AnyText FormatWritingToResponseBodyNotSupported(object status) => With(status);

    private static AnyText With(object detail) => detail is null ? new AnyText() : Any;
}
