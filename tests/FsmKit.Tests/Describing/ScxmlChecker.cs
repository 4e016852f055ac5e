using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace FsmKit.Tests.Describing;

/// <summary>The rules of W3C SCXML 1.0 for the elements of a machine: their children, attributes and references.</summary>
internal static partial class ScxmlChecker
{
    private const string Namespace = "http://www.w3.org/2005/07/scxml";

    // Section 3 and 6: children and attributes of each element; an attribute that must be there has a sign.
    private static readonly Dictionary<string, (string[] Children, string[] Attributes)> Elements = new(StringComparer.Ordinal)
    {
        ["scxml"] = (["state", "final"], ["initial", "name", "version!", "datamodel"]),
        ["state"] = (["onentry", "onexit", "transition", "initial", "state", "final", "history"], ["id", "initial"]),
        ["final"] = (["onentry", "onexit"], ["id"]),
        ["initial"] = (["transition"], []),
        ["history"] = (["transition"], ["id", "type"]),
        ["transition"] = (["log", "send", "cancel"], ["event", "cond", "target", "type"]),
        ["onentry"] = (["log", "send", "cancel"], []),
        ["onexit"] = (["log", "send", "cancel"], []),
        ["log"] = ([], ["label", "expr"]),
        ["send"] = ([], ["event", "id", "delay", "delayexpr"]),
        ["cancel"] = ([], ["sendid!"]),
    };

    /// <summary>Faults of a document; empty when it has none.</summary>
    public static IReadOnlyList<string> Faults(string text)
    {
        var root = XDocument.Parse(text).Root!;
        var all = root.DescendantsAndSelf().ToList();
        var ids = all.Select(static element => element.Attribute("id")?.Value).OfType<string>().ToList();
        return
        [
            .. root.Name == XName.Get("scxml", Namespace) ? [] : new[] { "root" },
            .. root.Attribute("version")?.Value == "1.0" ? [] : new[] { "version" },
            .. root.Elements().Any() ? [] : new[] { "no state" },
            .. ids.GroupBy(static id => id).Where(static same => same.Count() > 1).Select(static same => $"id {same.Key} twice"),
            .. ids.Where(static id => !IsName(id)).Select(static id => $"id {id}"),
            .. all.SelectMany(Structure),
            .. all.SelectMany(element => Rules(element, root)),
        ];
    }

    private static IEnumerable<string> Structure(XElement element)
    {
        if (element.Name.NamespaceName != Namespace || !Elements.TryGetValue(element.Name.LocalName, out var may))
        {
            return [$"element {element.Name}"];
        }

        return
        [
            .. element.Elements().Where(child => !may.Children.Contains(child.Name.LocalName)).Select(child => $"{child.Name.LocalName} in {element.Name.LocalName}"),
            .. element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && !may.Attributes.Any(name => name.TrimEnd('!') == attribute.Name)).Select(attribute => $"{attribute.Name} of {element.Name.LocalName}"),
            .. may.Attributes.Where(name => name.EndsWith('!') && element.Attribute(name.TrimEnd('!')) is null).Select(name => $"{name} of {element.Name.LocalName}"),
        ];
    }

    private static IEnumerable<string> Rules(XElement element, XElement root) => element.Name.LocalName switch
    {
        "scxml" => Refers(root, element.Attribute("initial"), element),
        "transition" => element.Parent!.Name.LocalName is "initial" or "history" ? Leads(element, root) : Transition(element, root),
        "initial" when !element.Parent!.Elements().Any(IsState) => ["initial in an atomic state"],
        "initial" or "history" when element.Elements().Count() != 1 => [$"{element.Name.LocalName} with {element.Elements().Count()} transitions"],
        "history" when element.Attribute("type")?.Value is not ("deep" or "shallow") => ["type of a history"],
        "state" when element.Elements().Count(static child => child.Name.LocalName == "initial") > 1 => ["two initials"],
        "send" when element.Attribute("event") is not { } e || !Event().IsMatch(e.Value) => ["event of a send"],
        "send" when element.Attribute("delay") is not null == element.Attribute("delayexpr") is not null => ["delay and delayexpr"],
        "send" when element.Attribute("delay") is { } delay && !Delay().IsMatch(delay.Value) => [$"delay {delay.Value}"],
        "cancel" when !root.Descendants().Any(send => send.Name.LocalName == "send" && send.Attribute("id")?.Value == element.Attribute("sendid")!.Value) => ["cancel of nothing"],
        _ => [],
    };

    private static IEnumerable<string> Transition(XElement element, XElement root) =>
    [
        .. (element.Attribute("event") ?? element.Attribute("cond") ?? element.Attribute("target")) is null ? ["transition without event, cond and target"] : Array.Empty<string>(),
        .. element.Attribute("event") is { } e && !Event().IsMatch(e.Value) ? [$"event {e.Value}"] : Array.Empty<string>(),
        .. element.Attribute("type")?.Value is null or "internal" or "external" ? [] : new[] { "type" },
        .. element.Attribute("target") is { } target ? Refers(root, target, root) : [],
    ];

    /// <summary>The transition of an initial or a history: without conditions, to a state inside of the composite; of a shallow history directly inside.</summary>
    private static IEnumerable<string> Leads(XElement element, XElement root)
    {
        var composite = element.Parent!.Parent!;
        var target = element.Attribute("target");
        return element.Attribute("event") is not null || element.Attribute("cond") is not null || target is null ? ["default transition"]
            : element.Parent.Attribute("type")?.Value == "shallow" && !composite.Elements().Any(child => child.Attribute("id")?.Value == target.Value) ? ["default of a shallow history"]
            : Refers(root, target, composite);
    }

    /// <summary>A reference is to a state, and that is where it has to be.</summary>
    private static IEnumerable<string> Refers(XElement root, XAttribute? reference, XElement within)
    {
        var state = root.Descendants().FirstOrDefault(element => (IsState(element) || element.Name.LocalName == "history") && element.Attribute("id")?.Value == reference?.Value);
        return state is not null && state.Ancestors().Contains(within) ? [] : [$"{reference}"];
    }

    private static bool IsState(XElement element) => element.Name.LocalName is "state" or "final";

    private static bool IsName(string id)
    {
        try
        {
            return XmlConvert.VerifyNCName(id) == id;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    // Tokens of letters, digits and hyphens between dots, as the schema's type for events has them.
    [GeneratedRegex(@"\A([\p{L}\p{Nl}_:]|[0-9]|-)+(\.([\p{L}\p{Nl}_:]|[0-9]|-)+)*\z")]
    private static partial Regex Event();

    [GeneratedRegex(@"\A\d*(\.\d+)?(ms|s|m|h|d)\z")]
    private static partial Regex Delay();
}
