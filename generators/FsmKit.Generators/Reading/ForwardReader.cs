using FsmKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>Reads forwards: the event, and the member with the target.</summary>
internal sealed class ForwardReader(INamedTypeSymbol gclass, IReadOnlyList<EventSite> outputs, CallReader calls, Compilation compilation)
{
    public ForwardSite Read(INamedTypeSymbol? e, AttributeData attribute)
    {
        var named = attribute.NamedArguments.Where(static argument => argument.Key == "Map").Select(static argument => argument.Value).ToList();
        var map = named.Exists(IsUnread) ? null : calls.Read(named.FirstOrDefault().Value as string, CallUse.Map, e, attribute);
        var forwarded = map is null ? e : map.Method?.ReturnType as INamedTypeSymbol;
        var to = attribute.ConstructorArguments.FirstOrDefault();
        if (forwarded is null || named.Exists(IsUnread) || attribute.ConstructorArguments.Length != 1 || IsUnread(to))
        {
            return new ForwardSite(null, forwarded, null, map, ForwardProblem.Unread);
        }

        return to.Value is string name ? ReadTarget(name, forwarded, map, attribute) : new ForwardSite(null, forwarded, null, map, ProblemOfOutput(forwarded));
    }

    private static bool IsUnread(TypedConstant argument) => argument.Kind == TypedConstantKind.Error;

    private ForwardProblem ProblemOfOutput(INamedTypeSymbol e) =>
        EventReader.IndexOf(outputs, e) >= 0 ? ForwardProblem.None
        : EventReader.AreRead(gclass, KnownNames.Output) ? ForwardProblem.Undeclared
        : ForwardProblem.Unread;

    private ForwardSite ReadTarget(string name, INamedTypeSymbol e, CallSite? map, AttributeData attribute)
    {
        var member = calls.Members(name).FirstOrDefault(CanBeRead);
        var type = (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type;
        return new ForwardSite(name, e, member, map, type switch
        {
            null => calls.Compiles(name, attribute) ? ForwardProblem.Missing : ForwardProblem.Unread,
            { TypeKind: TypeKind.Error } => ForwardProblem.Unread,
            _ when Acceptance.Takes(type, e) => ForwardProblem.None,
            _ => ForwardProblem.NotAccepted,
        });
    }

    private bool CanBeRead(ISymbol member) => member.CanBeReferencedByName && member switch
    {
        IFieldSymbol field => compilation.IsSymbolAccessibleWithin(field, gclass),
        IPropertySymbol { Parameters.IsEmpty: true, GetMethod: { } getter } => compilation.IsSymbolAccessibleWithin(getter, gclass),
        _ => false,
    };
}
