"""What actor types and SuperOffice's records are called, as in SuperOffice's documentation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from erpsync_desktop.model.actor import ActorType, known_actor
from erpsync_desktop.model.catalogue import CrmEntity


def actor_name(actor_type: str) -> str:
    """An actor type's name: Customer, Supplier, Partner, Person, Project; others as the connector says."""
    names = {
        ActorType.CUSTOMER: QCoreApplication.translate("Actors", "Customer"),
        ActorType.SUPPLIER: QCoreApplication.translate("Actors", "Supplier"),
        ActorType.PARTNER: QCoreApplication.translate("Actors", "Partner"),
        ActorType.PERSON: QCoreApplication.translate("Actors", "Person", "ERP actor"),
        ActorType.PROJECT: QCoreApplication.translate("Actors", "Project"),
        ActorType.EMPLOYEE: QCoreApplication.translate("Actors", "Employee"),
        ActorType.SALE: QCoreApplication.translate("Actors", "Sale"),
    }
    known = known_actor(actor_type)
    return names[known] if known else actor_type


def entity_name(entity: CrmEntity) -> str:
    """A SuperOffice record's name: Company, Contact, Project."""
    names = {
        CrmEntity.COMPANY: QCoreApplication.translate("Actors", "Company"),
        CrmEntity.PERSON: QCoreApplication.translate("Actors", "Contact", "SuperOffice record"),
        CrmEntity.PROJECT: QCoreApplication.translate("Actors", "Project"),
    }
    return names[entity]
