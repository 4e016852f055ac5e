namespace FsmKit.Http;

/// <summary>Steps of reading a chunked body; each one decides the octets allowed next (RFC 9112 §7.1).</summary>
internal enum ChunkStep : byte
{
    /// <summary>The first digit of a size.</summary>
    Size,

    /// <summary>More digits, an extension, or the line's end.</summary>
    MoreSize,

    /// <summary>White space behind a size: an extension must follow.</summary>
    AfterSize,

    /// <summary>White space behind an extension: another one must follow.</summary>
    BeforeSemicolon,

    /// <summary>Behind a semicolon: white space or a name.</summary>
    BeforeName,

    /// <summary>Inside an extension's name.</summary>
    Name,

    /// <summary>White space behind a name.</summary>
    AfterName,

    /// <summary>Behind an equals sign: white space, a token or a quote.</summary>
    BeforeValue,

    /// <summary>Inside a token.</summary>
    Value,

    /// <summary>Inside quotes.</summary>
    Quoted,

    /// <summary>Behind a backslash inside quotes.</summary>
    Escaped,

    /// <summary>Behind a closing quote.</summary>
    AfterQuoted,

    /// <summary>Inside an extension outside the grammar, with <see cref="HttpLimits.AcceptLooseChunkExtensions"/>.</summary>
    LooseText,

    /// <summary>Behind the CR of a size line.</summary>
    LineFeed,

    /// <summary>Inside the data.</summary>
    Data,

    /// <summary>Behind the data: its CR.</summary>
    DataReturn,

    /// <summary>Behind the CR of the data.</summary>
    DataLineFeed,

    /// <summary>Behind the last chunk.</summary>
    Trailers,

    /// <summary>An octet was not allowed.</summary>
    Wrong,
}
