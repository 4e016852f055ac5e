using static FsmKit.Http.ChunkStep;

namespace FsmKit.Http;

/// <summary>The table of a chunk's line, octet by octet: size, extensions, line ends. Extensions are checked and dropped.</summary>
internal static class ChunkLine
{
    /// <summary>Returns the step after an octet; <see cref="Wrong"/> for an octet that is not allowed there.</summary>
    public static ChunkStep Next(ChunkStep step, byte octet) => step switch
    {
        Size => Octets.Hex(octet) >= 0 ? MoreSize : Wrong,
        MoreSize => Octets.Hex(octet) >= 0 ? MoreSize : AtEndOfPart(octet, AfterSize),
        AfterSize => octet == ';' ? BeforeName : IsSpace(octet) ? AfterSize : Wrong,
        BeforeSemicolon => octet == ';' ? BeforeName : IsSpace(octet) ? BeforeSemicolon : Wrong,
        BeforeName => Octets.IsToken(octet) ? Name : IsSpace(octet) ? BeforeName : Wrong,
        Name => Octets.IsToken(octet) ? Name : octet == '=' ? BeforeValue : AtEndOfPart(octet, AfterName),
        AfterName => octet switch { (byte)'=' => BeforeValue, (byte)';' => BeforeName, _ => IsSpace(octet) ? AfterName : Wrong },
        BeforeValue => octet == '"' ? Quoted : Octets.IsToken(octet) ? Value : IsSpace(octet) ? BeforeValue : Wrong,
        Value => Octets.IsToken(octet) ? Value : AtEndOfPart(octet, BeforeSemicolon),
        Quoted => octet switch { (byte)'"' => AfterQuoted, (byte)'\\' => Escaped, _ => IsText(octet) ? Quoted : Wrong },
        Escaped => IsText(octet) ? Quoted : Wrong,
        AfterQuoted => AtEndOfPart(octet, BeforeSemicolon),
        LooseText => octet == '\r' ? LineFeed : IsLoose(octet) ? LooseText : Wrong,
        DataReturn => octet == '\r' ? DataLineFeed : Wrong,
        DataLineFeed => octet == '\n' ? Size : Wrong,
        _ => Wrong,
    };

    /// <summary>Returns the step after an octet that is not allowed there, where parts of extensions may be in any order.</summary>
    public static ChunkStep NextLoose(ChunkStep step, byte octet) =>
        step is >= BeforeSemicolon and <= AfterQuoted && IsLoose(octet) ? LooseText : Wrong;

    /// <summary>Returns the fault for an octet that is not allowed there.</summary>
    public static string Why(ChunkStep step, byte octet) => step switch
    {
        DataReturn or DataLineFeed => "A chunk's data is not followed by CR LF.",
        _ when octet == '\n' => "A chunk's line ends in LF without CR.",
        Size => octet == '\r' ? "A chunk has no size." : "A chunk's size does not begin with a hexadecimal digit.",
        MoreSize => "A chunk's size is not a hexadecimal number.",
        AfterSize => "White space follows a chunk's size, and no extension follows that.",
        BeforeSemicolon => "White space follows a chunk extension, and no further one follows that.",
        BeforeName => "A chunk extension does not begin with a name.",
        Name or AfterName => "The name of a chunk extension is not a token.",
        BeforeValue => "A chunk extension has no value behind its equals sign.",
        Value => "The value of a chunk extension is not a token.",
        LooseText => "A chunk extension holds a character that no part of an extension has.",
        Quoted or Escaped => "The quoted value of a chunk extension does not close, or holds a control character.",
        _ => "Something follows the quoted value of a chunk extension.",
    };

    // Behind a complete part: the end of the line, the next extension, or white space, behind which the line must not end.
    private static ChunkStep AtEndOfPart(byte octet, ChunkStep afterSpace) =>
        octet == '\r' ? LineFeed : octet == ';' ? BeforeName : IsSpace(octet) ? afterSpace : Wrong;

    private static bool IsSpace(byte octet) => octet is (byte)' ' or (byte)'\t';

    /// <summary>Whether the octet is of a token, white space, or one that joins the parts of extensions.</summary>
    private static bool IsLoose(byte octet) => Octets.IsToken(octet) || IsSpace(octet) || octet is (byte)';' or (byte)'=' or (byte)'"';

    private static bool IsText(byte octet) => octet is (byte)'\t' or (>= 0x20 and not 0x7F);
}
