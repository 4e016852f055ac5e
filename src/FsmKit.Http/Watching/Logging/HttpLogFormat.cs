namespace FsmKit.Http;

/// <summary>Formats of a line in an access log.</summary>
public enum HttpLogFormat : byte
{
    /// <summary>NCSA common: <c>%h %l %u %t "%r" %&gt;s %b</c> in Apache's notation.</summary>
    Common,

    /// <summary>NCSA combined: common, and behind it <c>"%{Referer}i" "%{User-Agent}i"</c>.</summary>
    Combined,
}
